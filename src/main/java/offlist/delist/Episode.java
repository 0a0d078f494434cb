package offlist.delist;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import offlist.catalogue.ListId;
import offlist.pool.PoolName;
import offlist.store.Row;
import offlist.track.EventJson;

/**
 * One time that a target was listed and the list was asked for it.
 *
 * @param requestedAt when it was asked first
 * @param closedAs an {@link TaskState.Ending} in its word; empty while the task is open
 * @param next when the same target was listed the next time
 */
record Episode(
        ListId list,
        SortedSet<PoolName> pools,
        Instant openedAt,
        Instant requestedAt,
        Optional<Instant> closedAt,
        Optional<String> closedAs,
        Optional<Instant> next) {
    static Episode of(Row row) {
        return new Episode(
                new ListId(row.text("list")),
                EventJson.poolsOf(row.text("pools")),
                row.time("opened_at"),
                row.time("requested_at"),
                row.optionalTime("closed_at"),
                row.optionalText("closed_as"),
                row.optionalTime("next_at"));
    }

    boolean ended(TaskState.Ending as) {
        return closedAs.filter(as.label()::equals).isPresent();
    }

    Instant end() {
        return closedAt.orElseThrow();
    }

    boolean relisted() {
        return next.filter(at -> Duration.between(end(), at).compareTo(RemovalFigures.SOON) <= 0)
                .isPresent();
    }
}
