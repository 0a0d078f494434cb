package offlist.delist;

import java.util.Collection;
import java.util.Map;

/**
 * How many tasks there are.
 *
 * @param states by the label of their state; absent where there are none
 * @param paused how many of the blocked ones wait for nothing but a date
 */
public record WorkTally(Map<String, Long> states, long paused) {
    public WorkTally {
        states = Map.copyOf(states);
    }

    public long in(String state) {
        return states.getOrDefault(state, 0L);
    }

    public long in(Collection<String> some) {
        return some.stream().mapToLong(this::in).sum();
    }

    /** Those that somebody has to do something about. */
    public long forAPerson() {
        return in(WorkFilter.PERSON) - paused;
    }

    /** All but the closed ones. */
    public long live() {
        return in(WorkFilter.LIVE);
    }

    public long all() {
        return in(TaskState.LABELS);
    }
}
