package offlist.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import offlist.track.Listing;

/**
 * What routes match and groups are made by. A label can have several values, as an address can be in several pools; a
 * label that is not there has the empty value.
 */
public record AlertLabels(SortedMap<String, SortedSet<String>> values) {
    public static final String POOL = "pool";
    public static final String LIST = "list";
    public static final String SEVERITY = "severity";
    public static final String REASON = "reason";
    public static final String SCOPE = "scope";
    public static final String ADDRESS = "address";
    public static final String KIND = "kind";
    /** Which resolver, source, receiver or list it is about that is no listing's. */
    public static final String ABOUT = "about";

    /** All names, for the check of the configuration. */
    public static final List<String> NAMES = List.of(POOL, LIST, SEVERITY, REASON, SCOPE, ADDRESS, KIND, ABOUT);

    /** Groups by every label there is, as in Alertmanager. */
    public static final String EVERY_LABEL = "...";

    public AlertLabels {
        values = new TreeMap<>(values);
    }

    static AlertLabels of(AlertKind kind) {
        return new AlertLabels(new TreeMap<>()).with(KIND, kind.label());
    }

    static AlertLabels of(Listing listing) {
        SortedSet<String> pools =
                listing.pools().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        return of(AlertKind.LISTING)
                .with(POOL, pools)
                .with(LIST, listing.list().value())
                .with(SEVERITY, listing.severity().label())
                .with(REASON, listing.reason())
                .with(SCOPE, listing.scope().label())
                .with(ADDRESS, listing.target().text());
    }

    AlertLabels with(String name, String value) {
        return with(name, new TreeSet<>(Set.of(value)));
    }

    AlertLabels with(String name, SortedSet<String> several) {
        AlertLabels more = new AlertLabels(values);
        if (!several.isEmpty()) {
            more.values.put(name, several);
        }
        return more;
    }

    /** The values of a label, none without it. */
    public SortedSet<String> of(String name) {
        return values.getOrDefault(name, new TreeSet<>());
    }

    /** An object of label to array of values. */
    ObjectNode json() {
        return new Match(values).json();
    }

    /** Reads {@link #json} back. */
    static AlertLabels of(JsonNode node) {
        SortedMap<String, SortedSet<String>> values = new TreeMap<>();
        Match.of(node).orElse(Match.ALL).values().forEach((label, all) -> values.put(label, new TreeSet<>(all)));
        return new AlertLabels(values);
    }

    /** Whether one of the label's values is accepted. */
    boolean matches(String name, Set<String> accepted) {
        return values.getOrDefault(name, new TreeSet<>(Set.of(""))).stream().anyMatch(accepted::contains);
    }

    /**
     * The same text for everything that belongs together; kinds never share a message. A label that is younger than
     * groups in the store stands in it only where there is one.
     */
    String groupKey(List<String> groupBy) {
        List<String> names = groupBy.contains(EVERY_LABEL) ? NAMES : groupBy;
        return NAMES.stream()
                .filter(name -> name.equals(KIND) || names.contains(name))
                .filter(name -> !name.equals(ABOUT) || values.containsKey(ABOUT))
                .map(name -> name + "=" + String.join(",", values.getOrDefault(name, new TreeSet<>())))
                .collect(Collectors.joining(" "));
    }
}
