package offlist.app;

import java.util.List;
import offlist.store.Consumer;
import offlist.store.Database;
import offlist.store.Outbox;
import offlist.store.OutboxEntry;
import offlist.store.StoreException;
import org.jboss.logging.Logger;

/** Carries entries of the outbox to one consumer, each in order, its position moving in the same transaction. */
final class OutboxPump {
    private static final Logger LOG = Logger.getLogger(OutboxPump.class);
    private static final int BATCH = 200;

    private final Database database;
    private final Outbox outbox;
    private final Consumer consumer;

    OutboxPump(Database database, Consumer consumer) {
        this.database = database;
        this.outbox = new Outbox(database);
        this.consumer = consumer;
    }

    /** Takes what is there, up to a batch; returns how much that was. */
    int step() {
        List<OutboxEntry> entries = outbox.after(outbox.position(consumer.name()), BATCH);
        if (entries.isEmpty()) {
            return 0;
        }
        try {
            take(entries);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            // One entry of the batch is more than the consumer can take: find it, and let the others through.
            entries.forEach(this::takeAlone);
        }
        return entries.size();
    }

    private void take(List<OutboxEntry> entries) {
        database.transact(tx -> {
            entries.forEach(entry -> consumer.take(tx, entry));
            Outbox.moveTo(tx, consumer.name(), entries.getLast().seq());
        });
    }

    private void takeAlone(OutboxEntry entry) {
        try {
            take(List.of(entry));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s cannot take entry %d (%s), passing it over", consumer.name(), entry.seq(), entry.type());
            database.transact(tx -> Outbox.moveTo(tx, consumer.name(), entry.seq()));
        }
    }
}
