package offlist.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The pieces that run once for each check, alone, by JMH: in a JVM of their own, warm, nothing else beside. */
final class InnerPart implements Part {
    private static final String NAME = "inner";

    @Override
    public List<Figure> measure(Bed bed) throws Exception {
        var options = new OptionsBuilder()
                .include("offlist\\..*Bench\\.")
                .forks(1)
                .jvmArgs("-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(VerboseMode.SILENT)
                .build();
        List<Figure> figures = new ArrayList<>();
        for (RunResult result : new Runner(options).run()) {
            String label = result.getParams().getBenchmark().replaceAll("^offlist\\.", "");
            figures.add(Figure.of(NAME, label, result.getPrimaryResult().getScore(), "ns")
                    .noted("+/- %.1f".formatted(result.getPrimaryResult().getScoreError())));
        }
        return figures;
    }
}
