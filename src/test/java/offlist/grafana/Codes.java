package offlist.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values of a label as numbers from 1 on, since a panel has colours for numbers. */
record Codes(String label, List<Code> all) {
    record Code(String value, String color) {}

    static final Codes SEVERITY = new Codes(
            "severity",
            List.of(
                    new Code("informational", "blue"),
                    new Code("minor", "yellow"),
                    new Code("major", "orange"),
                    new Code("critical", "dark-red")));

    static final Codes LIST = new Codes(
            "state",
            List.of(
                    new Code("healthy", "green"),
                    new Code("unverified", "text"),
                    new Code("unreachable", "orange"),
                    new Code("refusing", "red"),
                    new Code("lists_nothing", "purple"),
                    new Code("lists_everything", "dark-red")));

    static final Codes RESOLVER = new Codes(
            "state",
            List.of(
                    new Code("healthy", "green"),
                    new Code("unverified", "text"),
                    new Code("filters", "yellow"),
                    new Code("public", "orange"),
                    new Code("strips_loopback", "purple"),
                    new Code("rewrites_nxdomain", "red"),
                    new Code("unreachable", "dark-red")));

    /** {@code brief} as a selector without its last brace; the sum of what it has is the code. */
    String expr(String brief) {
        return IntStream.rangeClosed(1, all.size())
                .mapToObj(code -> "%d * %s, %s='%s'}"
                        .formatted(code, brief, label, all.get(code - 1).value()))
                .collect(Collectors.joining(" or "));
    }

    ObjectNode mapping() {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode().put("type", "value");
        ObjectNode values = mapping.putObject("options");
        for (int i = 0; i < all.size(); i++) {
            Code code = all.get(i);
            values.putObject(String.valueOf(i + 1))
                    .put("text", code.value().replace('_', ' '))
                    .put("color", code.color())
                    .put("index", i);
        }
        return mapping;
    }
}
