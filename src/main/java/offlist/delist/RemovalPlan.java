package offlist.delist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a target comes off a list.
 *
 * @param steps in order, at least one
 * @param warnings such as "do not pay"
 * @param typicalTime in words, empty when nothing is known
 * @param cooldown how long to wait before asking again, in words, empty when nothing is known
 * @param expires when the entry goes by itself at the earliest, if its cause is gone
 */
public record RemovalPlan(
        List<TaskStep> steps,
        List<String> warnings,
        Actor actor,
        String typicalTime,
        String cooldown,
        Optional<Instant> expires) {
    public RemovalPlan {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a plan has a step");
        }
    }
}
