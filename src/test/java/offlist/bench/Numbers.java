package offlist.bench;

import java.util.Arrays;
import java.util.Locale;

/** Figures for people, and the middle of several. */
final class Numbers {
    private Numbers() {}

    /** Three significant digits where it is small, whole where it is large. */
    static String print(double value) {
        if (Double.isNaN(value)) {
            return "not measured";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15 || size >= 1_000) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    /** Of an even number the mean of the two in the middle; not a number when there is none. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
