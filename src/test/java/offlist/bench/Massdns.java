package offlist.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of massdns, where the machine has it. Its output of all answers goes nowhere, as nothing reads it. */
record Massdns(long queries, double seconds, double cpuSeconds) {

    static boolean present() {
        return Tool.find("massdns").isPresent();
    }

    static Massdns run(Path directory, SweepPart.Size size, int port) throws IOException, InterruptedException {
        Path resolvers = Files.writeString(directory.resolve("resolvers"), "127.0.0.1:" + port + "\n");
        Path names = Names.write(directory.resolve("massdns-names"), size.addresses(), size.lists(), "");
        long queries = (long) size.addresses() * size.lists();
        long began = System.nanoTime();
        Tool tool = Tool.run(
                directory,
                300,
                List.of(
                        Tool.need("massdns", "massdns"),
                        "-q",
                        "-t",
                        "A",
                        "-r",
                        resolvers.toString(),
                        "-o",
                        "S",
                        "-w",
                        "/dev/null",
                        names.toString()));
        return new Massdns(queries, (System.nanoTime() - began) / 1e9, tool.cpuSeconds());
    }

    private double rate() {
        return queries / seconds;
    }

    static List<Figure> figures(List<Massdns> runs, double daemonRate) {
        double rate = Numbers.median(runs.stream().mapToDouble(Massdns::rate).toArray());
        if (runs.isEmpty()) {
            return List.of(Figure.of("sweep", "massdns, answered", rate, "1/s").noted("no massdns on this machine"));
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("sweep", "massdns, answered", rate, "1/s"));
        figures.add(Figure.of("sweep", "rate, daemon : massdns", daemonRate / rate, "ratio")
                .wanted(Target.atLeast(2)));
        return figures;
    }
}
