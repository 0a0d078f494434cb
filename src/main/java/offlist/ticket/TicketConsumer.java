package offlist.ticket;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import offlist.store.Consumer;
import offlist.store.OutboxEntry;
import offlist.store.Tx;

/**
 * Writes down what the tickets are to show, in the transaction that moves its position. A task that was opened before a
 * system was configured gets no ticket there.
 */
public final class TicketConsumer implements Consumer {
    private static final String PREFIX = "offlist.removal.";
    /** What a system may be asked to look for. */
    private static final String KEY = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";

    private final Supplier<TicketSettings> settings;

    /** @param settings asked for each event, so that a reload counts at once */
    public TicketConsumer(Supplier<TicketSettings> settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "ticket";
    }

    @Override
    public void take(Tx tx, OutboxEntry entry) {
        if (!entry.type().startsWith(PREFIX)) {
            return;
        }
        TaskNews news = TaskNews.of(entry.body());
        if (!news.id().matches(KEY)) {
            return;
        }
        switch (entry.type().substring(PREFIX.length())) {
            case "opened" -> opened(tx, entry, news);
            case "updated", "closed" -> TicketBook.want(tx, news, entry.seq(), entry.at());
            default -> {
                // A kind of a later version.
            }
        }
    }

    /** A task that was opened again has its ticket already. */
    private void opened(Tx tx, OutboxEntry entry, TaskNews news) {
        TicketBook.want(tx, news, entry.seq(), entry.at());
        for (TicketSystem system : settings.get().systems()) {
            Optional<Instant> since = TicketBook.since(tx, system.name());
            if (since.filter(time -> !entry.at().isBefore(time)).isPresent()) {
                TicketBook.open(tx, system.name(), news, entry.seq(), entry.at());
            }
        }
    }
}
