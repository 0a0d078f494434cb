package offlist.bounce.hook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import offlist.bounce.hook.HookResult.Once;

/** What was taken lately, so that it is not taken twice; the oldest are forgotten when they are too many. Threads may share it. */
final class Seen {
    static final int MOST = 100_000;

    private final Map<String, Instant> taken = new LinkedHashMap<>();

    /** Whether it is new; then it counts as taken from now on. */
    synchronized boolean take(String hook, Once once, Instant now) {
        String key = key(hook, once);
        Instant until = taken.get(key);
        if (until != null && !now.isAfter(until)) {
            return false;
        }
        taken.remove(key);
        tidy(now);
        taken.put(key, once.until());
        return true;
    }

    /** It was not taken after all, and may come again. */
    synchronized void forget(String hook, Once once) {
        taken.remove(key(hook, once));
    }

    synchronized int size() {
        return taken.size();
    }

    private void tidy(Instant now) {
        var eldest = taken.entrySet().iterator();
        while (eldest.hasNext() && (now.isAfter(eldest.next().getValue()) || taken.size() >= MOST)) {
            eldest.remove();
        }
    }

    private static String key(String hook, Once once) {
        return hook + " " + once.id();
    }
}
