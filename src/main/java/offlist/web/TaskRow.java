package offlist.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A removal task in a list of them. */
public record TaskRow(
        String id,
        String address,
        String list,
        String severity,
        String next,
        When opened,
        @Nullable When expires) {
    static TaskRow of(TaskView task, Instant now) {
        return new TaskRow(
                task.id(),
                task.address(),
                task.list(),
                task.severity(),
                task.steps().getFirst().text(),
                When.of(task.openedAt(), now),
                TaskPage.when(task.expires(), now));
    }
}
