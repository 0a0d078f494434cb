package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import offlist.alert.DigestSettings;
import offlist.store.Database;
import offlist.store.Outbox;
import offlist.store.Tx;
import offlist.track.EventJson;
import offlist.track.Status;
import offlist.track.Trouble;

/** Records a digest when one is due, once, over restarts too. One that was due while nobody ran is told at the start. */
final class Digests {
    /** After so long nobody wants to read it any more. */
    private static final Duration LATEST = Duration.ofHours(12);

    private final Database database;
    private final Supplier<Status> status;
    private final Runnable wake;

    Digests(Database database, Supplier<Status> status, Runnable wake) {
        this.database = database;
        this.status = status;
        this.wake = wake;
    }

    void look(Collection<DigestSettings> settings, Instant now) {
        settings.forEach(each -> look(each, now));
    }

    private void look(DigestSettings settings, Instant now) {
        Instant due = settings.dueBefore(now);
        Optional<Instant> told = database
                .query("SELECT told_at FROM digest WHERE name = ?", row -> row.time("told_at"), settings.name())
                .stream()
                .findFirst();
        if (told.filter(at -> !at.isBefore(due)).isPresent()) {
            return;
        }
        boolean wanted = told.isPresent() && now.isBefore(due.plus(LATEST));
        database.transact(tx -> {
            if (wanted) {
                append(tx, settings, told.orElse(due), now);
            }
            tx.execute("""
                    INSERT INTO digest (name, told_at) VALUES (?, ?)
                    ON CONFLICT (name) DO UPDATE SET told_at = excluded.told_at""", settings.name(), due);
        });
        if (wanted) {
            wake.run();
        }
    }

    private void append(Tx tx, DigestSettings settings, Instant since, Instant now) {
        DigestText text = DigestText.of(tx, status.get(), since, now);
        List<String> lines = text.lines();
        Trouble digest = new Trouble(
                settings.name() + "-" + now.toEpochMilli(),
                now,
                Trouble.Kind.DIGEST,
                settings.receiver(),
                false,
                "Digest of the " + settings.period() + ": " + text.headline(),
                lines);
        Outbox.append(tx, digest.id(), digest.type(), digest.subject(), now, EventJson.encode(digest));
    }
}
