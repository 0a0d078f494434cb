package offlist.web;

import java.time.Instant;
import java.util.List;
import offlist.delist.RemovalPlan;
import offlist.delist.RemovalTask;
import offlist.delist.TaskState;
import offlist.delist.TaskStep;
import offlist.pool.PoolName;
import org.jspecify.annotations.Nullable;

/**
 * A removal task as programs see it.
 *
 * @param closedAs {@code delisted}, {@code left_pool} or {@code withdrawn}
 * @param proof id of the transition that showed that the listing is over
 * @param expires when the entry goes by itself at the earliest, null when nobody can say
 * @param actor who can ask the list: {@code operator}, {@code network-owner} or {@code nobody}
 */
public record TaskView(
        String id,
        String listing,
        String address,
        String list,
        List<String> pools,
        String severity,
        String reason,
        String state,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable String closedAs,
        @Nullable String proof,
        @Nullable Instant expires,
        String actor,
        String typicalTime,
        String cooldown,
        List<Step> steps,
        List<String> warnings) {
    /** @param link the page where it is done, null when there is none */
    public record Step(String kind, String text, @Nullable String link) {
        static Step of(TaskStep step) {
            return new Step(
                    step.kind().label(), step.text(), WebLink.of(step.link()).orElse(null));
        }
    }

    static TaskView of(RemovalTask task) {
        RemovalPlan plan = task.plan();
        TaskState.@Nullable Closed closed = task.state() instanceof TaskState.Closed over ? over : null;
        return new TaskView(
                task.id(),
                task.listing(),
                task.target().text(),
                task.list().value(),
                task.pools().stream().map(PoolName::value).toList(),
                task.severity().label(),
                task.reason(),
                task.state().label(),
                task.openedAt(),
                task.updatedAt(),
                closed == null ? null : closed.at(),
                closed == null ? null : closed.as().label(),
                closed == null ? null : closed.proof(),
                plan.expires().orElse(null),
                plan.actor().label(),
                plan.typicalTime(),
                plan.cooldown(),
                plan.steps().stream().map(Step::of).toList(),
                plan.warnings());
    }
}
