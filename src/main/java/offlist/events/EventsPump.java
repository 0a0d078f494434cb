package offlist.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import offlist.store.Database;
import offlist.store.Outbox;
import offlist.store.OutboxEntry;

/**
 * Carries the outbox to the channel. The position moves only after the channel has taken an entry, and no transaction is
 * open while it waits for that, so a slow channel holds up nobody else.
 */
public final class EventsPump {
    private static final String NAME = "events";
    private static final int BATCH = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;
    private final Outbox outbox;
    private final EventSender sender;
    /** One until the channel has taken one: a client that looks for its server in vain looks for each entry by itself. */
    private int limit = 1;

    public EventsPump(Database database, EventSender sender) {
        this.database = database;
        this.outbox = new Outbox(database);
        this.sender = sender;
    }

    /**
     * Sends what is there, up to a batch; returns how much that was.
     *
     * @throws NotTakenException when the channel did not take an entry; it comes again
     */
    public int step() {
        List<OutboxEntry> entries = outbox.after(outbox.position(NAME), limit);
        if (entries.isEmpty()) {
            return 0;
        }
        limit = 1;
        send(entries);
        database.transact(tx -> Outbox.moveTo(tx, NAME, entries.getLast().seq()));
        limit = BATCH;
        return entries.size();
    }

    /** Age of the oldest entry that was not taken, empty when all were. */
    public Optional<Duration> oldest(Instant now) {
        return outbox.after(outbox.position(NAME), 1).stream()
                .map(entry -> Duration.between(entry.at(), now))
                .map(age -> age.isNegative() ? Duration.ZERO : age)
                .findFirst();
    }

    private void send(List<OutboxEntry> entries) {
        CompletableFuture<?>[] taken = entries.stream()
                .map(entry -> sender.send(CloudEvent.of(entry)).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(taken)
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new NotTakenException(e);
        }
    }
}
