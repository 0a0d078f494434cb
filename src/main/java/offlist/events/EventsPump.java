package offlist.events;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    public EventsPump(Database database, EventSender sender) {
        this.database = database;
        this.outbox = new Outbox(database);
        this.sender = sender;
    }

    /**
     * Sends what is there, up to a batch; returns how much that was.
     *
     * @throws java.util.concurrent.CompletionException when the channel did not take an entry; it comes again
     */
    public int step() {
        List<OutboxEntry> entries = outbox.after(outbox.position(NAME), BATCH);
        if (entries.isEmpty()) {
            return 0;
        }
        CompletableFuture<?>[] taken = entries.stream()
                .map(entry -> sender.send(CloudEvent.of(entry)).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(taken)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        database.transact(tx -> Outbox.moveTo(tx, NAME, entries.getLast().seq()));
        return entries.size();
    }
}
