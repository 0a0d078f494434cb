package offlist.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The harness end to end, in small: the packaged daemon, rbldnsd, dnsperf, and sums that must agree. */
class TinySweepIT {

    @Test
    void everyQuestionOfASmallSweepIsAccountedFor() throws Exception {
        Bed bed = new Bed(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        Path.of(System.getProperty("offlist.jar"))
                                .toAbsolutePath()
                                .toString()),
                line -> {});

        List<Figure> figures = new SweepPart(new SweepPart.Size(512, 4, 1, 1, 2)).measure(bed);

        assertThat(value(figures, "asked - answered - failed")).isZero();
        assertThat(value(figures, "dnsperf, answered")).isPositive();
        assertThat(value(figures, "daemon, answered when warm")).isPositive();
        assertThat(value(figures, "daemon, CPU per check")).isPositive();
        // Test points are asked too, so the server has seen at least what the daemon asked.
        assertThat(value(figures, "datagrams at rbldnsd : questions")).isBetween(1.0, 1.5);
    }

    private static double value(List<Figure> figures, String what) {
        return figures.stream()
                .filter(figure -> figure.what().equals(what))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElseThrow();
    }
}
