package offlist.alert;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import offlist.catalogue.Catalogue;
import offlist.store.Consumer;
import offlist.store.OutboxEntry;
import offlist.store.Tx;
import offlist.track.EventJson;
import offlist.track.PoolMembershipChanged;
import offlist.track.Trouble;

/**
 * Writes down who has to hear of an event.
 *
 * <p>1. Who heard of the beginning hears of the end, wherever the routes lead by then. 2. Who never heard of the
 * beginning hears nothing of the end. 3. What begins and ends before its message is due was nothing to talk about.
 */
public final class AlertConsumer implements Consumer {
    private final Routing routing;

    /**
     * @param settings asked for each event, so that a reload counts at once
     * @param catalogue with the user's own lists; nobody is told of lists that are a reason to accept mail
     */
    public AlertConsumer(Supplier<AlertSettings> settings, Supplier<Catalogue> catalogue) {
        this.routing = new Routing(settings, catalogue);
    }

    @Override
    public String name() {
        return "alert";
    }

    @Override
    public void take(Tx tx, OutboxEntry entry) {
        if (PoolMembershipChanged.isTypeOf(entry.type())) {
            return;
        }
        EventJson.decode(entry).ifPresent(event -> {
            if (event instanceof Trouble trouble && trouble.kind() == Trouble.Kind.DIGEST) {
                Signal.of(event)
                        .ifPresent(signal -> new AlertBook(tx).once(entry, signal, routing.only(trouble.about())));
            } else {
                Signal.of(event).ifPresent(signal -> take(tx, entry, signal));
            }
        });
    }

    private void take(Tx tx, OutboxEntry entry, Signal signal) {
        if (signal.closing()) {
            Incidents.end(tx, signal);
        } else if (!routing.silent(signal)) {
            Incidents.keep(tx, signal, entry);
        }
        tell(new AlertBook(tx), entry, signal);
    }

    private void tell(AlertBook book, OutboxEntry entry, Signal signal) {
        Set<String> knowing = new HashSet<>();
        for (String receiver : book.receiversThatKnow(signal.incident())) {
            if (book.goOn(entry, signal, receiver)) {
                knowing.add(receiver);
            }
        }
        if (!signal.closing() && !routing.silent(signal)) {
            newcomers(signal, knowing).forEach(routed -> book.begin(entry, signal, routed));
        }
    }

    private List<Routed> newcomers(Signal signal, Set<String> knowing) {
        return routing.hearing(signal).stream()
                .filter(routed -> !knowing.contains(routed.receiver()))
                .toList();
    }
}
