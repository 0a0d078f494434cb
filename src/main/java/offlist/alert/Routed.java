package offlist.alert;

import java.time.Duration;
import java.util.List;

/**
 * A receiver that hears of something, and how it wants to.
 *
 * @param muteTimes names of the time intervals in which it wants nothing
 * @param activeTimes names of the time intervals outside which it wants nothing; none, it is always
 */
record Routed(
        String receiver,
        List<String> groupBy,
        Duration groupWait,
        Duration groupInterval,
        Duration repeatInterval,
        List<String> muteTimes,
        List<String> activeTimes) {
    Routed {
        groupBy = List.copyOf(groupBy);
        muteTimes = List.copyOf(muteTimes);
        activeTimes = List.copyOf(activeTimes);
    }

    Routed(String receiver, List<String> groupBy, Duration groupWait, Duration groupInterval, Duration repeatInterval) {
        this(receiver, groupBy, groupWait, groupInterval, repeatInterval, List.of(), List.of());
    }

    /** What belongs to one story is told together. */
    String group(Signal signal) {
        return signal.story()
                .map(story -> group(receiver, story))
                .orElseGet(() -> receiver + " " + signal.labels().groupKey(groupBy));
    }

    static String group(String receiver, String story) {
        return receiver + " story=" + story;
    }
}
