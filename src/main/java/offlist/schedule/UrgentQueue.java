package offlist.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.pool.Target;

/** What must be asked before the rotor comes by; each target once, first come first served, a person's question first. */
final class UrgentQueue {
    private final Map<Target, Ask> requested = new LinkedHashMap<>();
    private final Map<Target, Ask> others = new LinkedHashMap<>();

    /** A target that waits already keeps its place; a confirming look replaces a plain one. */
    void add(Ask ask) {
        if (ask.why() == Why.REQUESTED) {
            requested.putIfAbsent(ask.target(), ask);
        } else if (ask.why() == Why.CONFIRM) {
            others.put(ask.target(), ask);
        } else {
            others.putIfAbsent(ask.target(), ask);
        }
    }

    Optional<Ask> next() {
        Optional<Ask> first = nextRequested();
        return first.isPresent() ? first : poll(others);
    }

    /** What {@link #next} would give. */
    Optional<Ask> peek() {
        return Stream.concat(requested.values().stream(), others.values().stream())
                .findFirst();
    }

    /** What may be asked although the list is frozen. */
    Optional<Ask> nextRequested() {
        return poll(requested);
    }

    boolean hasRequested() {
        return !requested.isEmpty();
    }

    boolean isEmpty() {
        return requested.isEmpty() && others.isEmpty();
    }

    void remove(Target target) {
        requested.remove(target);
        others.remove(target);
    }

    private static Optional<Ask> poll(Map<Target, Ask> queue) {
        Optional<Ask> first = queue.values().stream().findFirst();
        first.ifPresent(ask -> queue.remove(ask.target()));
        return first;
    }
}
