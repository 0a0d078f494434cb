package offlist.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    /** The next to be asked; a frozen list may be asked what a person wants to know, which comes first. */
    Optional<Ask> peek() {
        Map<Target, Ask> queue = requested.isEmpty() ? others : requested;
        return queue.values().stream().findFirst();
    }

    void remove(Ask ask) {
        (ask.why() == Why.REQUESTED ? requested : others).remove(ask.target(), ask);
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
}
