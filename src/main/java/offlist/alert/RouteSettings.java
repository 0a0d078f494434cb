package offlist.alert;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A node of the routing tree, as in Alertmanager: the parent's receiver hears only what no child matches. What a child does not say
 * it has from its parent.
 *
 * @param match label to accepted values; all labels have to match
 * @param groupBy labels that make one message of several listings
 * @param onward go on with the next sibling after a match ({@code continue})
 * @param muteTimes names of the time intervals in which nothing is sent; children do not have them from their parent
 * @param activeTimes names of the time intervals outside which nothing is sent; none, it is always
 */
public record RouteSettings(
        Optional<String> receiver,
        Map<String, Set<String>> match,
        Optional<List<String>> groupBy,
        Optional<Duration> groupWait,
        Optional<Duration> groupInterval,
        Optional<Duration> repeatInterval,
        boolean onward,
        List<RouteSettings> routes,
        List<String> muteTimes,
        List<String> activeTimes) {
    public static final List<String> DEFAULT_GROUP_BY = List.of("pool", "list");
    /** Short, so that one listing is told at once, and long enough to gather what one answer of a list changed. */
    public static final Duration DEFAULT_GROUP_WAIT = Duration.ofSeconds(5);

    public static final Duration DEFAULT_GROUP_INTERVAL = Duration.ofMinutes(5);
    public static final Duration DEFAULT_REPEAT_INTERVAL = Duration.ofHours(24);

    public RouteSettings {
        // In the order of the file, for whoever asks why.
        match = Collections.unmodifiableMap(new LinkedHashMap<>(match));
        routes = List.copyOf(routes);
        muteTimes = List.copyOf(muteTimes);
        activeTimes = List.copyOf(activeTimes);
    }

    /** A node that is awake at all times. */
    public RouteSettings(
            Optional<String> receiver,
            Map<String, Set<String>> match,
            Optional<List<String>> groupBy,
            Optional<Duration> groupWait,
            Optional<Duration> groupInterval,
            Optional<Duration> repeatInterval,
            boolean onward,
            List<RouteSettings> routes) {
        this(receiver, match, groupBy, groupWait, groupInterval, repeatInterval, onward, routes, List.of(), List.of());
    }
}
