package offlist.alert;

import java.time.Duration;
import java.util.List;

/** A receiver that hears of something, and how it wants to. */
record Routed(
        String receiver, List<String> groupBy, Duration groupWait, Duration groupInterval, Duration repeatInterval) {
    Routed {
        groupBy = List.copyOf(groupBy);
    }

    String group(AlertLabels labels) {
        return receiver + " " + labels.groupKey(groupBy);
    }
}
