package offlist.testing;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code /metrics} said, with its series taken apart. */
public record Scrape(String text) {
    private static final Pattern SERIES = Pattern.compile("^([a-z_0-9]+)(?:\\{(.*)})? ([^ ]+)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("([a-z_0-9]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    public record Series(String name, Map<String, String> labels, double value) {
        private static Series of(MatchResult match) {
            String labels = match.group(2) == null ? "" : match.group(2);
            Map<String, String> named = LABEL.matcher(labels)
                    .results()
                    .collect(Collectors.toMap(
                            label -> label.group(1), label -> label.group(2), (a, b) -> b, TreeMap::new));
            return new Series(match.group(1), named, number(match.group(3)));
        }

        private static double number(String text) {
            return switch (text) {
                case "+Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        }
    }

    /** The series of a name that have these labels: {@code "list", "one", "pool", "ops"}. */
    public List<Series> series(String name, String... labels) {
        return SERIES.matcher(text)
                .results()
                .filter(match -> match.group(1).equals(name))
                .map(Series::of)
                .filter(series -> has(series, labels))
                .toList();
    }

    private static boolean has(Series series, String... labels) {
        for (int i = 0; i < labels.length; i += 2) {
            if (!labels[i + 1].equals(series.labels().get(labels[i]))) {
                return false;
            }
        }
        return true;
    }

    /** The sum of such series; empty when there is none. */
    public OptionalDouble sum(String name, String... labels) {
        List<Series> found = series(name, labels);
        return found.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(found.stream().mapToDouble(Series::value).sum());
    }
}
