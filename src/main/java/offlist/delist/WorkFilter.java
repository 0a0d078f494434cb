package offlist.delist;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;
import offlist.pool.Target;

/**
 * Which tasks somebody wants to work on; what is empty does not restrict.
 *
 * @param states some of {@link TaskState#LABELS}
 * @param paused whether those are meant too that are blocked by nothing but a date
 */
public record WorkFilter(
        Set<String> states,
        boolean paused,
        Optional<ListId> list,
        Optional<PoolName> pool,
        Optional<Target> target,
        Optional<Severity> severity) {
    /** States in which somebody has to do something, but for tasks that only wait for a date. */
    public static final List<String> PERSON = List.of(
            TaskState.Overdue.LABEL,
            TaskState.Ready.LABEL,
            TaskState.Open.LABEL,
            TaskState.Preparing.LABEL,
            TaskState.Blocked.LABEL);

    /** All but the closed ones, those first in which somebody has to do something. */
    public static final List<String> LIVE = Stream.concat(PERSON.stream(), TaskState.LABELS.stream())
            .filter(label -> !label.equals(TaskState.Closed.LABEL))
            .distinct()
            .toList();

    /** What a person has to do something about. */
    public static final WorkFilter FOR_A_PERSON = new WorkFilter(
            Set.copyOf(PERSON), false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public WorkFilter {
        states = Set.copyOf(states);
    }

    /** The same tasks in other states. */
    public WorkFilter in(Set<String> others, boolean andPaused) {
        return new WorkFilter(others, andPaused, list, pool, target, severity);
    }
}
