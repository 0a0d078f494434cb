package offlist.grafana;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import offlist.testing.Prometheus.Series;

/** The latest values of series by their labels, joined with spaces. */
final class BoardNumbers {
    private BoardNumbers() {}

    static Map<String, Double> latest(List<Series> series, String... labels) {
        Map<String, Double> all = new TreeMap<>();
        for (Series each : series) {
            String name = Arrays.stream(labels).map(each::label).collect(Collectors.joining(" "));
            if (all.put(name, each.last()) != null) {
                throw new AssertionError("two series for " + name + ": " + series);
            }
        }
        return all;
    }

    static Map<String, Double> positive(List<Series> series, String... labels) {
        Map<String, Double> all = latest(series, labels);
        all.values().removeIf(value -> value <= 0);
        return all;
    }
}
