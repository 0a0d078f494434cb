package offlist.web;

import java.time.Instant;
import java.util.Optional;
import offlist.delist.Advice;
import offlist.delist.RemovalTask;
import offlist.delist.TaskState;
import offlist.yaml.Capital;
import org.jspecify.annotations.Nullable;

/**
 * A removal task on the page of its address.
 *
 * @param next what to do next
 * @param ended how it ended, in words; null while it is open
 */
public record TaskCard(
        TaskView task,
        String listName,
        String next,
        When opened,
        @Nullable When closed,
        @Nullable String ended,
        @Nullable When expires) {
    static TaskCard of(RemovalTask task, Rows rows, Instant now) {
        return new TaskCard(
                TaskView.of(task),
                rows.name(task.list()),
                Capital.of(Advice.of(task, now).text()),
                When.of(task.openedAt(), now),
                closed(task).map(closed -> When.of(closed.at(), now)).orElse(null),
                closed(task).map(TaskCard::words).orElse(null),
                task.plan().expires().map(at -> When.of(at, now)).orElse(null));
    }

    private static Optional<TaskState.Closed> closed(RemovalTask task) {
        return task.state() instanceof TaskState.Closed closed ? Optional.of(closed) : Optional.empty();
    }

    private static String words(TaskState.Closed closed) {
        return Capital.of(Advice.ended(closed.as()));
    }
}
