package offlist.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import offlist.pool.IpAddress;
import offlist.pool.IpRange;

/**
 * Which alerts are meant: all labels have to match, each with one of its values. An address is also matched by a range, such as
 * {@code 192.0.2.0/24}.
 */
public final class Match {
    /** Everything. */
    public static final Match ALL = new Match(Map.of());

    private final Map<String, Set<String>> values;
    private final List<IpRange> ranges;

    /** @param values label to accepted values; addresses as RFC 5952 writes them, or ranges */
    public Match(Map<String, ? extends Collection<String>> values) {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        values.forEach((label, accepted) -> copy.put(label, new LinkedHashSet<>(accepted)));
        this.values = copy;
        this.ranges = copy.getOrDefault(AlertLabels.ADDRESS, Set.of()).stream()
                .filter(value -> value.indexOf('/') >= 0 || value.indexOf('-') >= 0)
                .flatMap(value -> IpRange.tryParse(value).stream())
                .toList();
    }

    public Map<String, Set<String>> values() {
        return java.util.Collections.unmodifiableMap(values);
    }

    public boolean matches(AlertLabels labels) {
        return values.entrySet().stream().allMatch(entry -> matches(labels, entry.getKey(), entry.getValue()));
    }

    private boolean matches(AlertLabels labels, String label, Set<String> accepted) {
        return labels.matches(label, accepted) || label.equals(AlertLabels.ADDRESS) && inRange(labels);
    }

    private boolean inRange(AlertLabels labels) {
        return !ranges.isEmpty()
                && labels.of(AlertLabels.ADDRESS).stream()
                        .flatMap(text -> IpAddress.tryParse(text).stream())
                        .anyMatch(address -> ranges.stream().anyMatch(range -> range.contains(address)));
    }

    /** {@code list=spamcop pool=a,b}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Match match && values.equals(match.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** An object of label to array of values. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        values.forEach((label, accepted) -> {
            ArrayNode all = node.putArray(label);
            accepted.forEach(all::add);
        });
        return node;
    }

    /** Reads {@link #json} back; empty when it is something else. */
    public static Optional<Match> of(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        Map<String, Set<String>> values = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            Set<String> accepted = new LinkedHashSet<>();
            entry.getValue().forEach(value -> accepted.add(value.asText()));
            values.put(entry.getKey(), accepted);
        });
        return Optional.of(new Match(values));
    }
}
