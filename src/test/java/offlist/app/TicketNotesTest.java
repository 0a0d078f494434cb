package offlist.app;

import static offlist.alert.Events.T0;
import static offlist.alert.Events.listing;
import static offlist.alert.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import offlist.alert.Audit;
import offlist.catalogue.CatalogueReader;
import offlist.delist.DelistConsumer;
import offlist.delist.RemovalTask;
import offlist.delist.TaskDesk;
import offlist.store.Database;
import offlist.store.OpenStore;
import offlist.store.Outbox;
import offlist.testing.Stores;
import offlist.ticket.TicketHeard;
import offlist.track.Event;
import offlist.track.EventJson;
import offlist.track.Listing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketNotesTest {
    @TempDir
    private Path folder;

    @Test
    void whatSomebodyDidWithATicketStandsInTheHistoryOfTheTaskAndInTheAuditTrail() {
        Listing listing = listing("192.0.2.10");
        try (OpenStore store = Stores.sqlite(folder)) {
            open(store.database(), opened(listing, T0));
            String task = RemovalTask.idFor(listing.id());
            TicketHeard heard = new TicketHeard(task, "jira", "ann", true, Optional.of("https://x.example/1"), T0);

            store.database().transact(tx -> new TicketNotes().heard(tx, heard));

            assertThat(new TaskDesk(store.database(), () -> T0, () -> {}).history(task, 1))
                    .containsExactly(
                            new TaskDesk.Step(T0, "jira:ann", "note", "open", "ticket closed: https://x.example/1"));
            Audit.Entry entry = new Audit(store.database()).newest(10).getFirst();
            assertThat(entry.actor()).isEqualTo("jira:ann");
            assertThat(entry.subject()).isEqualTo(task);
        }
    }

    private static void open(Database database, Event event) {
        database.transact(tx ->
                Outbox.append(tx, event.id(), event.type(), event.subject(), event.at(), EventJson.encode(event)));
        DelistConsumer consumer = new DelistConsumer(CatalogueReader::shipped);
        new Outbox(database).after(0, 1).forEach(entry -> database.transact(tx -> consumer.take(tx, entry)));
    }
}
