package offlist.delist;

import static offlist.alert.Events.T0;
import static offlist.alert.Events.closed;
import static offlist.alert.Events.listing;
import static offlist.alert.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.alert.Events;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.delist.TaskOpener.Opened;
import offlist.journal.SqlJournal;
import offlist.store.Database;
import offlist.store.OpenStore;
import offlist.store.Outbox;
import offlist.store.OutboxEntry;
import offlist.track.CloseReason;
import offlist.track.Event;
import offlist.track.Listing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks opened by hand, beside the consumer that opens them by itself, whatever store they are kept in. */
abstract class OpenerContract {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();
    private static final ListId SPAMCOP = new ListId("spamcop");
    private static final Listing A = listing("192.0.2.10");

    private final DelistConsumer consumer = new DelistConsumer(() -> CATALOGUE);
    private final Instant now = T0.plusSeconds(3600);
    private OpenStore store;
    private Database database;
    private Outbox outbox;
    private Tasks tasks;
    private TaskDesk desk;
    private TaskOpener opener;
    private int woken;

    abstract OpenStore open();

    @BeforeEach
    void openStore() {
        store = open();
        database = store.database();
        outbox = new Outbox(database);
        tasks = new Tasks(database);
        desk = new TaskDesk(database, () -> now, () -> {});
        opener = new TaskOpener(database, SqlJournal::hold, () -> CATALOGUE, () -> now, () -> woken++);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aLiveTaskIsAnsweredAsItIs() {
        happens(opened(A, T0));
        consumed();

        assertThat(byHand(A)).isEqualTo(new Opened.Already(task(A)));
        assertThat(actions(A)).containsExactly("opened");
        assertThat(woken).isZero();
    }

    @Test
    void aListingWithoutATaskGetsOneAndTheConsumerThenOpensNoOther() {
        happens(opened(A, T0));

        assertThat(byHand(A)).isEqualTo(new Opened.Now(task(A)));
        assertThat(task(A).id()).isEqualTo(RemovalTask.idFor(A.id()));
        assertThat(task(A).state()).isEqualTo(new TaskState.Open());
        consumed();
        assertThat(desk.history(task(A).id(), 9))
                .containsExactly(new TaskDesk.Step(now, "ann", "opened", "open", "needed again"));
        assertThat(types()).containsExactly("offlist.listing.opened", "offlist.removal.opened");
        assertThat(woken).isEqualTo(1);
    }

    @Test
    void aTaskOpenedByHandEndsWithItsListing() {
        happens(opened(A, T0));
        byHand(A);

        happens(closed(A, now.plusSeconds(60), CloseReason.DELISTED));
        consumed();
        assertThat(task(A).state())
                .isEqualTo(new TaskState.Closed(TaskState.Ending.EXPIRED, now.plusSeconds(60), "close-" + A.id()));
    }

    @Test
    void whatWasGivenUpIsTakenUpAgain() {
        happens(opened(A, T0));
        consumed();
        desk.act(task(A).id(), new TaskAction.Withdraw("retired"), "bob");

        assertThat(byHand(A)).isEqualTo(new Opened.Now(task(A)));
        assertThat(task(A).state()).isInstanceOf(TaskState.Live.class);
        assertThat(desk.history(task(A).id(), 1))
                .extracting(TaskDesk.Step::actor, TaskDesk.Step::action, TaskDesk.Step::detail)
                .containsExactly(tuple("ann", "reopen", "needed again"));
    }

    @Test
    void whatIsListedAgainOpensItsTaskOfThen() {
        Listing later = Events.later(A, "L-later", T0.plusSeconds(120));
        happens(opened(A, T0), closed(A, T0.plusSeconds(60), CloseReason.DELISTED));
        consumed();
        happens(opened(later, T0.plusSeconds(120)));

        assertThat(byHand(later)).isEqualTo(new Opened.Now(task(later)));
        consumed();
        assertThat(task(later).id()).isEqualTo(RemovalTask.idFor(A.id()));
        assertThat(task(later).dossier().times()).isEqualTo(2);
        assertThat(actions(later)).containsExactly("reopened", "closed", "opened");
    }

    @Test
    void aTargetOfARangeJoinsTheTaskOfTheOthers() {
        happens(opened(range("192.0.2.10"), T0));
        consumed();
        happens(opened(range("192.0.2.11"), T0));

        assertThat(byHand(range("192.0.2.11"))).isEqualTo(new Opened.Already(task(range("192.0.2.10"))));
        consumed();
        assertThat(task(range("192.0.2.11"))).isEqualTo(task(range("192.0.2.10")));
        assertThat(tasks.find(TaskFilter.ALL, Optional.empty(), 9)).hasSize(1);
    }

    @Test
    void aRangeThatWasGivenUpIsTakenUpAgainForAnotherOfItsTargets() {
        happens(opened(range("192.0.2.10"), T0));
        consumed();
        String id = task(range("192.0.2.10")).id();
        desk.act(id, new TaskAction.Withdraw("retired"), "bob");
        happens(opened(range("192.0.2.11"), T0));

        assertThat(byHand(range("192.0.2.11"))).isEqualTo(new Opened.Now(task(range("192.0.2.11"))));
        assertThat(task(range("192.0.2.11")).id()).isEqualTo(id);
        assertThat(task(range("192.0.2.11")).state()).isInstanceOf(TaskState.Live.class);
    }

    @Test
    void whereNothingIsListedThereIsNothingToOpen() {
        assertThat(byHand(A)).isEqualTo(new Opened.NotListed());
        happens(opened(A, T0));
        assertThat(opener.open(A.target(), SPAMCOP, "ann", "")).isEqualTo(new Opened.NotListed());
        assertThat(byHand(listing("192.0.2.11"))).isEqualTo(new Opened.NotListed());
        happens(closed(A, T0.plusSeconds(60), CloseReason.DELISTED));
        assertThat(byHand(A)).isEqualTo(new Opened.NotListed());
        assertThat(tasks.find(TaskFilter.ALL, Optional.empty(), 9)).isEmpty();
    }

    @Test
    void aListThatSpeaksForItsAddressesIsNotAsked() {
        Listing praised = listing("192.0.2.10", new ListId("dnswl"), Severity.MINOR, "a");
        happens(opened(praised, T0));

        assertThat(byHand(praised)).isInstanceOf(Opened.Refused.class);
        assertThat(tasks.find(TaskFilter.ALL, Optional.empty(), 9)).isEmpty();
    }

    private static Listing range(String address) {
        return Events.range("192.0.2.0/24", listing(address, SPAMCOP, Severity.MAJOR, "a"));
    }

    private Opened byHand(Listing listing) {
        return opener.open(listing.target(), listing.list(), "ann", "needed again");
    }

    private RemovalTask task(Listing listing) {
        return tasks.byListing(listing.id()).orElseThrow();
    }

    private List<String> actions(Listing listing) {
        return desk.history(task(listing).id(), 9).stream()
                .map(TaskDesk.Step::action)
                .toList();
    }

    private void happens(Event... events) {
        new SqlJournal(database).commit(List.of(events));
    }

    private void consumed() {
        for (OutboxEntry entry : outbox.after(outbox.position(consumer.name()), 100)) {
            database.transact(tx -> {
                consumer.take(tx, entry);
                Outbox.moveTo(tx, consumer.name(), entry.seq());
            });
        }
    }

    private List<String> types() {
        return outbox.after(0, 100).stream().map(OutboxEntry::type).toList();
    }
}
