package offlist.alert.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What one receiver was told lately. A restart forgets it, and Alertmanager then ends by itself what is not sent again.
 *
 * <p>1. What has ended under its labels ends under the labels it was told with. 2. What has ended is sent again for 15
 * minutes, for an Alertmanager that was away. For several threads.
 */
public final class Told {
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final Map<String, Alert> open = new HashMap<>();
    private final Map<SortedMap<String, String>, Alert> over = new LinkedHashMap<>();

    /** What to send: these alerts, each under its incident, and what has ended of those before. */
    synchronized List<Alert> with(Map<String, Alert> alerts, Instant now) {
        over.values().removeIf(alert -> alert.endsAt().plus(AGAIN).isBefore(now));
        alerts.forEach((incident, alert) -> take(incident, alert, now));
        alerts.values().stream().filter(alert -> !alert.over()).forEach(alert -> over.remove(alert.labels()));
        List<Alert> all = new ArrayList<>(
                alerts.values().stream().filter(alert -> !alert.over()).toList());
        all.addAll(over.values());
        return all;
    }

    private void take(String incident, Alert alert, Instant now) {
        Alert before = alert.over() ? open.remove(incident) : open.put(incident, alert);
        if (before != null && !before.labels().equals(alert.labels())) {
            over.put(before.labels(), before.ended(alert.over() ? alert.endsAt() : now));
        }
        if (alert.over()) {
            over.put(alert.labels(), alert);
        }
    }
}
