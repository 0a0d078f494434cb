package offlist.web;

import java.time.Instant;
import offlist.delist.Advice;
import offlist.delist.RemovalTask;
import org.jspecify.annotations.Nullable;

/**
 * A task in the list of those to work on.
 *
 * @param covers the range or network that the list means, null where it means the address alone
 * @param next what to do next
 * @param who whose turn it is
 * @param due when the list should have let go
 * @param times how often the target was listed
 */
public record TaskLine(
        String id,
        String address,
        @Nullable String covers,
        String list,
        String listName,
        String listPage,
        String state,
        String severity,
        When since,
        String next,
        String who,
        @Nullable When due,
        int times) {
    static TaskLine of(RemovalTask task, Rows rows, Instant now) {
        Advice advice = Advice.of(task, now);
        return new TaskLine(
                task.id(),
                task.target().text(),
                task.covers().orElse(null),
                task.list().value(),
                rows.name(task.list()),
                rows.page(task.list()),
                task.state().label(),
                task.severity().label(),
                When.of(task.openedAt(), now),
                advice.text(),
                advice.who().words(),
                task.state().due().map(at -> When.of(at, now)).orElse(null),
                task.dossier().times());
    }
}
