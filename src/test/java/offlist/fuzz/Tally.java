package offlist.fuzz;

import java.util.Map;
import java.util.TreeMap;

/** What was counted in a run. */
final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();
    private long mostBytes;
    private long mostNanos;

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    void work(Work work) {
        mostBytes = Math.max(mostBytes, work.bytes());
        mostNanos = Math.max(mostNanos, work.nanos());
    }

    long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** Everything that was counted under a name that begins so, as {@code name 12, other 3}. */
    String under(String prefix) {
        StringBuilder text = new StringBuilder();
        counts.forEach((what, count) -> {
            if (what.startsWith(prefix)) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(what.substring(prefix.length()))
                        .append(' ')
                        .append(count);
            }
        });
        return text.toString();
    }

    long mostBytes() {
        return mostBytes;
    }

    long mostMillis() {
        return mostNanos / 1_000_000;
    }
}
