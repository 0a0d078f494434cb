package offlist.grafana;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What Grafana puts in place of variables before it asks. */
record Filling(Map<String, String> values) {
    static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)(?::\\w+)?}|(\\w+))");

    /** Everything is chosen; times as of a scrape every 15 seconds. */
    static final Filling ALL = new Filling(Map.of(
            "job", ".+",
            "instance", ".+",
            "pool", ".+",
            "list", ".+",
            "severity", ".+",
            "address", "192.0.2.10",
            "__rate_interval", "1m",
            "__interval", "1m",
            "__range", "1d"));

    Filling {
        values = Map.copyOf(values);
    }

    Filling but(String name, String value) {
        Map<String, String> other = new TreeMap<>(values);
        other.put(name, value);
        return new Filling(other);
    }

    String in(String expr) {
        return VARIABLE.matcher(expr).replaceAll(match -> {
            String name = match.group(1) == null ? match.group(2) : match.group(1);
            String value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("nothing to put for " + match.group() + " in " + expr);
            }
            return value;
        });
    }
}
