package offlist.metrics;

import java.time.Duration;
import java.util.stream.Stream;

/** Where the histograms draw their lines. */
final class Buckets {
    /** From a cached answer on the same machine to three tries that each timed out. */
    static final double[] CHECK = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2.5, 5};

    /** From a listing that expires by itself within minutes to one that nobody took care of for a season. */
    static final double[] LISTING = seconds(
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(4),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(30),
            Duration.ofDays(90));

    private Buckets() {}

    private static double[] seconds(Duration... bounds) {
        return Stream.of(bounds).mapToDouble(Duration::toSeconds).toArray();
    }
}
