package offlist.alert.pagerduty;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which events of messages under way PagerDuty has taken already, so that a large message that is slowed down goes on where it
 * stopped. Forgotten at a restart, after which a repeat is harmless. For several threads.
 */
public final class Taken {
    private static final int MOST_MESSAGES = 100;

    private final Map<String, Set<String>> events = new LinkedHashMap<>();

    synchronized boolean has(String message, String event) {
        return events.getOrDefault(message, Set.of()).contains(event);
    }

    synchronized void add(String message, String event) {
        events.computeIfAbsent(message, id -> new HashSet<>()).add(event);
        if (events.size() > MOST_MESSAGES) {
            events.remove(events.keySet().iterator().next());
        }
    }

    synchronized int size(String message) {
        return events.getOrDefault(message, Set.of()).size();
    }

    synchronized void done(String message) {
        events.remove(message);
    }
}
