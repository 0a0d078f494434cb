package offlist.bounce.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who sent which message, as an earlier line says; the oldest are forgotten. */
final class Remembered {
    private static final int MOST = 50_000;

    private final Map<String, String> senders = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    void sender(String message, String sender) {
        senders.put(message, sender);
    }

    Optional<String> sender(String message) {
        return Optional.ofNullable(senders.get(message)).filter(sender -> !sender.isEmpty());
    }
}
