package offlist.alert;

import java.time.Duration;
import java.util.List;

/** A receiver that hears of something, and how it wants to. */
record Routed(
        String receiver, List<String> groupBy, Duration groupWait, Duration groupInterval, Duration repeatInterval) {
    Routed {
        groupBy = List.copyOf(groupBy);
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
