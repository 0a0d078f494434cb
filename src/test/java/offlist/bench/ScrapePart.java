package offlist.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How long a scrape takes and how large it is with 100, 1,000 and 10,000 open listings, plain and packed. */
final class ScrapePart implements Part {
    private static final String NAME = "scrape";
    private static final int LISTS = 10;
    private static final int POOL = 16_384;
    private static final int WARM = 20;
    private static final int SCRAPES = 20;

    @Override
    public List<Figure> measure(Bed bed) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (int listings : new int[] {100, 1_000, 10_000}) {
            bed.say("scrape, %,d listings".formatted(listings));
            try {
                figures.addAll(scrape(bed, listings));
            } catch (IllegalStateException e) {
                figures.add(Figure.of(NAME, "%,d listings".formatted(listings), Double.NaN, "ms")
                        .noted(shortly(e)));
            }
        }
        return figures;
    }

    private static String shortly(Exception e) {
        String text = String.valueOf(e.getMessage());
        return text.substring(0, Math.min(text.length(), 300));
    }

    private static List<Figure> scrape(Bed bed, int listings) throws IOException, InterruptedException {
        List<String> listed = IntStream.range(0, listings / LISTS)
                // Spread over the pool, or neighbours would be an incident of a network.
                .map(i -> i * (POOL / (listings / LISTS)))
                .mapToObj(i -> "10.0." + (i >> 8) + "." + (i & 255))
                .toList();
        try (ListServer server = ListServer.listing(LISTS, listed);
                Subject daemon = new Subject(bed, Yaml.of("1h", POOL, LISTS, server.port()))) {
            daemon.awaitMetrics(Duration.ofSeconds(60));
            daemon.await(
                    "all are listed",
                    Duration.ofSeconds(90),
                    () -> daemon.scrape().sum("offlist_listings").orElse(0) == listings);
            Series plain = series(daemon, null);
            Series packed = series(daemon, "gzip");
            String of = ", %,d listings".formatted(listings);
            Figure time = figure("scrape, plain" + of, plain.millis(), "ms");
            return List.of(
                    listings == 10_000 ? time.wanted(Target.atMost(50)) : time,
                    figure("size, plain" + of, plain.kilobytes(), "kB"),
                    figure("scrape, gzip" + of, packed.millis(), "ms"),
                    figure("size, gzip" + of, packed.kilobytes(), "kB"));
        }
    }

    private record Series(double millis, double kilobytes) {}

    private static Series series(Subject daemon, @Nullable String encoding) throws IOException, InterruptedException {
        double[] times = new double[SCRAPES];
        int size = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = -WARM; i < SCRAPES; i++) {
                long began = System.nanoTime();
                size = daemon.metrics(client, encoding).body().length;
                if (i >= 0) {
                    times[i] = (System.nanoTime() - began) / 1e6;
                }
            }
        }
        return new Series(Numbers.median(times), size / 1_000.0);
    }

    private static Figure figure(String what, double value, String unit) {
        return Figure.of(NAME, what, value, unit);
    }
}
