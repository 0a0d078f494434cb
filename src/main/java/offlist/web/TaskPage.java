package offlist.web;

import java.time.Instant;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.track.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a removal task shows.
 *
 * @param who who can ask the list, in words
 * @param ended how it ended, in words; null while it is open
 */
public record TaskPage(
        Frame frame,
        TaskView task,
        String listName,
        String who,
        When opened,
        @Nullable When closed,
        @Nullable String ended,
        @Nullable When expires) {
    static TaskPage of(TaskView task, Rows rows, Status status, boolean refresh) {
        Instant now = status.at();
        return new TaskPage(
                Frame.of("Task for " + task.address(), status, refresh),
                task,
                ListId.parse(task.list()).map(rows::name).orElse(task.list()),
                who(task.actor()),
                When.of(task.openedAt(), now),
                when(task.closedAt(), now),
                Optional.ofNullable(task.closedAs()).map(TaskPage::ended).orElse(null),
                when(task.expires(), now));
    }

    static @Nullable When when(@Nullable Instant at, Instant now) {
        return Optional.ofNullable(at).map(each -> When.of(each, now)).orElse(null);
    }

    private static String who(String actor) {
        return switch (actor) {
            case "network-owner" -> "The owner of the network has to ask: the list hears nobody else.";
            case "nobody" -> "Nobody can ask: the entry goes with its cause and with time.";
            default -> "You can ask the list yourself.";
        };
    }

    private static String ended(String as) {
        return switch (as) {
            case "delisted" -> "The list confirmed that the address is not on it any more";
            case "expired" -> "The entry went by itself: the list confirmed that the address is not on it any more";
            case "refused" -> "The list said no";
            case "withdrawn" -> "Nothing more is done about it";
            case "left_pool" -> "The address left the pool; the list may well go on listing it";
            default -> "The list is not asked any more";
        };
    }
}
