package offlist.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.store.Database;
import offlist.store.OutboxEntry;
import offlist.store.Tx;
import offlist.track.EventJson;

/**
 * After a start or a reload: receivers that are to hear of what is open and know nothing of it yet are told, and what they know is
 * told in the manner that the routes want now.
 */
final class Latecomers {
    private final Database database;
    private final Routing routing;

    Latecomers(Database database, Routing routing) {
        this.database = database;
        this.routing = routing;
    }

    /**
     * Mostly there is nothing to do, and that is seen without a write. What is to be done is done for each incident by itself:
     * thousands of them must not keep the store from what happens meanwhile.
     */
    void tell() {
        Map<String, Map<String, Routed>> knowing = AlertBook.knowing(database);
        for (OutboxEntry last : Incidents.lastWords(database)) {
            EventJson.decode(last)
                    .flatMap(Signal::of)
                    .filter(signal -> !routing.silent(signal))
                    .filter(signal -> concerned(signal, knowing.getOrDefault(signal.incident(), Map.of())))
                    .ifPresent(signal -> database.transact(tx -> tell(tx, signal.incident())));
        }
    }

    private boolean concerned(Signal signal, Map<String, Routed> knowing) {
        return routing.hearing(signal).stream().anyMatch(routed -> {
            Routed known = knowing.get(routed.receiver());
            return known == null || !known.alike(routed);
        });
    }

    private void tell(Tx tx, String incident) {
        Optional<OutboxEntry> last = Incidents.lastWord(tx, incident);
        last.flatMap(EventJson::decode)
                .flatMap(Signal::of)
                .filter(signal -> !routing.silent(signal))
                .ifPresent(signal -> tell(new AlertBook(tx), last.orElseThrow(), signal));
    }

    private void tell(AlertBook book, OutboxEntry last, Signal signal) {
        List<String> knowing = book.receiversThatKnow(signal.incident());
        for (Routed routed : routing.hearing(signal)) {
            if (knowing.contains(routed.receiver())) {
                book.move(signal, routed);
            } else {
                book.beginLate(last, signal, routed);
            }
        }
    }
}
