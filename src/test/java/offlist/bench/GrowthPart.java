package offlist.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rate, processor time and memory as the pool grows: what is per check and what is per address. */
final class GrowthPart implements Part {
    private static final String NAME = "growth";
    private static final int LISTS = 10;
    private static final int WARM = 8_000;
    private static final int WINDOW = 6_000;

    @Override
    public List<Figure> measure(Bed bed) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (int addresses : new int[] {1_000, 10_000, 100_000, 1_000_000}) {
            String of = String.format(Locale.ROOT, ", %,d addresses", addresses);
            bed.say("growth" + of);
            try {
                figures.addAll(grown(bed, addresses, of));
            } catch (IllegalStateException e) {
                String text = String.valueOf(e.getMessage());
                figures.add(Figure.of(NAME, "rate" + of, Double.NaN, "1/s")
                        .noted(text.substring(0, Math.min(text.length(), 300))));
            }
        }
        return figures;
    }

    private static double joined(Subject daemon) throws IOException, InterruptedException {
        return daemon.scrape().sum("offlist_pool_addresses").orElse(0);
    }

    private static List<Figure> grown(Bed bed, int addresses, String of) throws IOException, InterruptedException {
        try (ListServer server = ListServer.ofZones(LISTS);
                Subject daemon = new Subject(bed, Yaml.of("1s", addresses, LISTS, server.port()))) {
            // While they join, each step of them is recorded first: that is another figure.
            daemon.await("all have joined", Duration.ofSeconds(180), () -> joined(daemon) == addresses);
            Subject.pause(WARM);
            double checks = Subject.checks(daemon.scrape());
            double cpu = daemon.cpuSeconds();
            long began = System.nanoTime();
            Subject.pause(WINDOW);
            double done = Subject.checks(daemon.scrape()) - checks;
            double took = daemon.cpuSeconds() - cpu;
            Figure rate = Figure.of(NAME, "rate" + of, done / ((System.nanoTime() - began) / 1e9), "1/s");
            return List.of(
                    addresses > 10_000
                            ? rate
                            : rate.noted("one turn a second is the shortest interval: %,d/s is all it is to do"
                                    .formatted(addresses * LISTS)),
                    Figure.of(NAME, "CPU per check" + of, took * 1e6 / done, "us"),
                    Figure.of(NAME, "RSS" + of, daemon.megabytes("VmRSS"), "MB"));
        }
    }
}
