package offlist.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A label of a metric.
 *
 * @param values all it can have; empty when they come from the operator or the catalogue
 */
record Label(String name, List<String> values) {
    Label {
        values = List.copyOf(values);
    }

    static Label open(String name) {
        return new Label(name, List.of());
    }

    static Label of(String name, String... values) {
        return new Label(name, List.of(values));
    }

    static <E extends Enum<E>> Label of(String name, E[] constants, Function<E, String> label) {
        return new Label(name, Arrays.stream(constants).map(label).toList());
    }

    boolean closed() {
        return !values.isEmpty();
    }
}
