package offlist.delist;

import static offlist.alert.Events.T0;
import static offlist.alert.Events.listing;
import static offlist.alert.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.journal.SqlJournal;
import offlist.store.Database;
import offlist.store.OpenStore;
import offlist.store.OutboxEntry;
import offlist.store.Tx;
import offlist.testing.Stores;
import offlist.track.Event;
import offlist.track.EventJson;
import offlist.track.Listing;
import org.junit.jupiter.api.Test;

/** The consumer, which changes several tasks in one transaction, meets a person. */
class PostgresTaskRaceTest {
    private static final Listing A = listing("192.0.2.10");
    private static final Listing B = listing("192.0.2.11", new ListId("spamcop"), Severity.MAJOR, "spam");
    private static final String TASK_A = RemovalTask.idFor(A.id());
    private static final String TASK_B = RemovalTask.idFor(B.id());

    @Test
    void aPersonAndABatchThatWaitForEachOtherBothGetWhatTheyWanted() {
        try (OpenStore store = Stores.postgresql()) {
            Database database = store.database();
            database.transact(tx -> {
                take(tx, 1, A);
                take(tx, 2, B);
            });
            TaskDesk desk = new TaskDesk(database, () -> T0, () -> {});
            AtomicReference<CompletableFuture<TaskDesk.Done>> person = new AtomicReference<>();

            // The batch holds the outbox, the person holds B and wants the outbox; then the batch wants B.
            database.transact(tx -> {
                note(tx, TASK_A, "by a batch");
                if (person.get() == null) {
                    person.set(CompletableFuture.supplyAsync(
                            () -> desk.act(TASK_B, new TaskAction.Note("by hand"), "ann")));
                    await().atMost(Duration.ofSeconds(20)).until(() -> waiting(database) > 0);
                }
                note(tx, TASK_B, "by a batch");
            });

            assertThat(person.get().orTimeout(30, TimeUnit.SECONDS).join()).isInstanceOf(TaskDesk.Done.Now.class);
            assertThat(desk.history(TASK_A, 9))
                    .extracting(TaskDesk.Step::detail)
                    .containsExactly("by a batch", "");
            assertThat(desk.history(TASK_B, 9))
                    .extracting(TaskDesk.Step::detail)
                    .containsExactlyInAnyOrder("by a batch", "by hand", "");
        }
    }

    @Test
    void aListingThatAPersonAndTheConsumerSeeAtOnceGetsOneTask() {
        try (OpenStore store = Stores.postgresql()) {
            Database database = store.database();
            new SqlJournal(database).commit(List.of(opened(A, T0)));
            TaskOpener opener =
                    new TaskOpener(database, SqlJournal::hold, CatalogueReader::shipped, () -> T0, () -> {});
            AtomicReference<CompletableFuture<TaskOpener.Opened>> person = new AtomicReference<>();

            database.transact(tx -> {
                take(tx, 1, A);
                person.set(CompletableFuture.supplyAsync(() -> opener.open(A.target(), A.list(), "ann", "")));
                await().atMost(Duration.ofSeconds(20)).until(() -> waiting(database) > 0);
            });

            RemovalTask task = new Tasks(database).byListing(A.id()).orElseThrow();
            assertThat(person.get().orTimeout(30, TimeUnit.SECONDS).join())
                    .isEqualTo(new TaskOpener.Opened.Already(task));
            assertThat(new TaskDesk(database, () -> T0, () -> {}).history(TASK_A, 9))
                    .hasSize(1);
        }
    }

    private static void take(Tx tx, long seq, Listing listing) {
        Event event = opened(listing, T0);
        new DelistConsumer(CatalogueReader::shipped)
                .take(
                        tx,
                        new OutboxEntry(
                                seq, event.id(), event.type(), event.subject(), event.at(), EventJson.encode(event)));
    }

    private static void note(Tx tx, String id, String text) {
        TaskBook book = new TaskBook(tx);
        RemovalTask task = book.byId(id).orElseThrow();
        book.keep(task, task, new TaskBook.Change("offlist", "updated", text, id + text, T0));
    }

    private static long waiting(Database database) {
        return database.query("SELECT count(*) AS n FROM pg_locks WHERE NOT granted", row -> row.number("n"))
                .getFirst();
    }
}
