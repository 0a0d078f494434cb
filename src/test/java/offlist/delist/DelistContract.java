package offlist.delist;

import static offlist.alert.Events.CSS;
import static offlist.alert.Events.T0;
import static offlist.alert.Events.XBL;
import static offlist.alert.Events.changed;
import static offlist.alert.Events.closed;
import static offlist.alert.Events.later;
import static offlist.alert.Events.listing;
import static offlist.alert.Events.opened;
import static offlist.delist.TaskSamples.ASK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.alert.Events;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.store.Database;
import offlist.store.OpenStore;
import offlist.store.Outbox;
import offlist.store.OutboxEntry;
import offlist.track.CloseReason;
import offlist.track.Event;
import offlist.track.EventJson;
import offlist.track.Listing;
import offlist.track.Trouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of listings, whatever store it is kept in. */
abstract class DelistContract {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();
    private static final Listing A = listing("192.0.2.10");
    private static final Listing B = listing("192.0.2.11", new ListId("spamcop"), Severity.MAJOR, "a_b");
    private static final Listing C = listing("192.0.2.12", new ListId("spamcop"), Severity.MAJOR, "axb");

    private OpenStore store;
    private Database database;
    private Outbox outbox;
    private DelistConsumer consumer;
    private Tasks tasks;
    private TaskDesk desk;
    private Instant now = T0;

    abstract OpenStore open();

    @BeforeEach
    void openStore() {
        store = open();
        database = store.database();
        outbox = new Outbox(database);
        consumer = new DelistConsumer(() -> CATALOGUE);
        tasks = new Tasks(database);
        desk = new TaskDesk(database, () -> now, () -> {});
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aListingOpensATask() throws Exception {
        happens(opened(A, T0));

        RemovalTask task = tasks.byListing(A.id()).orElseThrow();
        assertThat(task.id()).isEqualTo(RemovalTask.idFor(A.id()));
        assertThat(task.state()).isEqualTo(new TaskState.Open());
        assertThat(task.openedAt()).isEqualTo(T0);
        assertThat(tasks.byId(task.id())).contains(task);
        assertThat(types()).containsExactly("offlist.listing.opened", "offlist.removal.opened");
        assertThat(body().path("address").asText()).isEqualTo("192.0.2.10");
        assertThat(body().path("steps").size()).isEqualTo(task.plan().steps().size());
    }

    @Test
    void theSameEventAgainChangesNothing() {
        happens(opened(A, T0));
        outbox.after(0, 100).forEach(this::take);

        assertThat(types()).containsExactly("offlist.listing.opened", "offlist.removal.opened");
    }

    private static Trouble block(String id, boolean over, Instant at) {
        return new Trouble(
                id,
                at,
                Trouble.Kind.REFUSAL,
                "192.0.2.10/microsoft-consumer",
                over,
                "192.0.2.10 is refused by microsoft-consumer (S3150)",
                List.of("It says: 550 5.7.1 part of their network is on our block list (S3150)"),
                java.util.Map.of(
                        "address", List.of("192.0.2.10"),
                        "list", List.of("microsoft-consumer"),
                        "pool", List.of("main"),
                        "severity", List.of("major"),
                        "reason", List.of("reputation")));
    }

    @Test
    void aReceiversBlockOpensATaskThatItsEndCloses() {
        happens(block("block-1", false, T0));

        RemovalTask task = tasks.byListing("block-1").orElseThrow();
        assertThat(task.state()).isEqualTo(new TaskState.Open());
        assertThat(task.target().text()).isEqualTo("192.0.2.10");
        assertThat(task.dossier().text()).contains("S3150");
        assertThat(task.pools()).containsExactly(new PoolName("main"));

        happens(block("block-1-over", true, T0.plusSeconds(90)));
        assertThat(tasks.byListing("block-1").orElseThrow().state())
                .isInstanceOfSatisfying(TaskState.Closed.class, closed -> {
                    assertThat(closed.as()).isEqualTo(TaskState.Ending.DELISTED);
                    assertThat(closed.proof()).contains("block-1-over");
                });
    }

    @Test
    void aReceiverThatBlocksAgainOpensTheSameTaskAgain() {
        happens(
                block("block-1", false, T0),
                block("block-1-over", true, T0.plusSeconds(90)),
                block("block-2", false, T0.plusSeconds(900)));

        RemovalTask task = tasks.byListing("block-2").orElseThrow();
        assertThat(task.id()).isEqualTo(RemovalTask.idFor("block-1"));
        assertThat(task.dossier().times()).isEqualTo(2);
        assertThat(task.state()).isInstanceOf(TaskState.Live.class);
    }

    @Test
    void otherCodesUpdateTheSteps() {
        happens(opened(A, T0), changed(A, T0.plusSeconds(60)));

        RemovalTask task = tasks.byListing(A.id()).orElseThrow();
        assertThat(task.updatedAt()).isEqualTo(T0.plusSeconds(60));
        assertThat(task.openedAt()).isEqualTo(T0);
        assertThat(task.plan().steps())
                .anySatisfy(step -> assertThat(step.text()).contains("XBL"));
        assertThat(types()).endsWith("offlist.removal.updated");
    }

    @Test
    void aDelistingClosesTheTaskWithProof() throws Exception {
        happens(opened(A, T0), closed(A, T0.plusSeconds(90), CloseReason.DELISTED));

        assertThat(tasks.byListing(A.id()).orElseThrow().state())
                .isEqualTo(new TaskState.Closed(TaskState.Ending.EXPIRED, T0.plusSeconds(90), "close-" + A.id()));
        assertThat(types()).endsWith("offlist.removal.closed");
        assertThat(body().path("closedAs").asText()).isEqualTo("expired");
        assertThat(body().path("proof").asText()).isEqualTo("close-" + A.id());
    }

    @Test
    void aTargetThatIsListedAgainOpensItsTaskAgain() throws Exception {
        happens(opened(A, T0));
        String id = tasks.byListing(A.id()).orElseThrow().id();
        desk.looked(id, List.of());
        assertThat(desk.act(id, ASK, "ann")).isInstanceOf(TaskDesk.Done.Now.class);
        Instant gone = T0.plus(Duration.ofDays(1));
        happens(closed(A, gone, CloseReason.DELISTED));
        assertThat(((TaskState.Closed) tasks.byId(id).orElseThrow().state()).as())
                .isEqualTo(TaskState.Ending.DELISTED);
        Listing again = later(A, "L-again", gone.plus(Duration.ofDays(1)));

        happens(opened(again, again.openedAt()));

        RemovalTask task = tasks.byId(id).orElseThrow();
        assertThat(task.listing()).isEqualTo("L-again");
        assertThat(task.openedAt()).isEqualTo(again.openedAt());
        assertThat(task.state()).isEqualTo(new TaskState.Open());
        assertThat(task.dossier().requests()).hasSize(1);
        assertThat(task.dossier().times()).isEqualTo(2);
        assertThat(tasks.byId(RemovalTask.idFor("L-again"))).contains(task);
        assertThat(types()).endsWith("offlist.removal.opened");
        assertThat(desk.history(id, 10))
                .extracting(TaskDesk.Step::action)
                .containsExactly("reopened", "closed", "request", "looked", "opened");
    }

    @Test
    void theTargetsOfARangeAreOneTaskUntilTheLastHasGone() {
        Listing one = range("192.0.2.10");
        Listing other = range("192.0.2.11");
        happens(opened(one, T0), opened(other, T0.plusSeconds(1)));

        RemovalTask task = tasks.byListing(one.id()).orElseThrow();
        assertThat(tasks.byListing(other.id())).contains(task);
        assertThat(task.covers()).contains("192.0.2.0/24");
        assertThat(tasks.find(TaskFilter.ALL, Optional.empty(), 10)).hasSize(1);
        assertThat(found(filter(null, null, null, "192.0.2.11"))).hasSize(1);
        happens(closed(one, T0.plusSeconds(60), CloseReason.DELISTED));
        assertThat(tasks.byListing(one.id()).orElseThrow().state()).isInstanceOf(TaskState.Live.class);
        happens(closed(other, T0.plusSeconds(90), CloseReason.DELISTED));
        assertThat(tasks.byListing(one.id()).orElseThrow().state())
                .isEqualTo(new TaskState.Closed(TaskState.Ending.EXPIRED, T0.plusSeconds(90), "close-" + other.id()));
    }

    @Test
    void whatShouldHaveGoneByNowIsOverdue() {
        happens(opened(A, T0));
        String id = tasks.byListing(A.id()).orElseThrow().id();
        assertThat(desk.toLookAt(10)).extracting(RemovalTask::id).containsExactly(id);
        desk.looked(id, List.of());
        desk.act(id, ASK, "ann");
        assertThat(desk.toLookAt(10)).isEmpty();
        assertThat(desk.overdue()).isZero();

        now = T0.plus(Duration.ofDays(60));

        assertThat(desk.overdue()).isEqualTo(1);
        assertThat(desk.overdue()).isZero();
        assertThat(tasks.byId(id).orElseThrow().state()).isInstanceOf(TaskState.Overdue.class);
        assertThat(types()).endsWith("offlist.removal.updated", "offlist.trouble.removal-task");
        Trouble late = trouble();
        assertThat(late.over()).isFalse();
        assertThat(late.labels())
                .containsEntry("list", List.of("spamhaus-zen"))
                .containsEntry("severity", List.of("critical"))
                .containsEntry("pool", List.of("transactional"));
        assertThat(late.lines()).anySatisfy(line -> assertThat(line).contains("by ann"));
        happens(closed(A, now, CloseReason.DELISTED));
        assertThat(trouble().over()).isTrue();
        assertThat(trouble().incident()).isEqualTo(late.incident());
    }

    @Test
    void anActionOnATaskThatIsNotThereChangesNothing() {
        assertThat(desk.act("task-none", ASK, "ann")).isEqualTo(new TaskDesk.Done.Unknown());
        happens(opened(A, T0));
        assertThat(desk.act(RemovalTask.idFor(A.id()), ASK, "ann")).isInstanceOf(TaskDesk.Done.Refused.class);
        assertThat(types()).hasSize(2);
    }

    @Test
    void whoeverWantsALookGetsOneAtOnce() {
        happens(opened(A, T0));
        String id = RemovalTask.idFor(A.id());
        desk.looked(id, List.of(TaskSamples.BAD));
        now = T0.plusSeconds(3);
        assertThat(desk.toLookAt(10)).isEmpty();

        assertThat(desk.act(id, new TaskAction.Look(), "ann")).isInstanceOf(TaskDesk.Done.Now.class);

        assertThat(desk.toLookAt(10)).extracting(RemovalTask::id).containsExactly(id);
        desk.looked(id, List.of(TaskSamples.BAD));
        assertThat(desk.toLookAt(10)).isEmpty();
    }

    @Test
    void aRemarkStandsInTheHistoryAndIsToldToNobody() {
        happens(opened(A, T0));
        String id = RemovalTask.idFor(A.id());

        database.transact(tx -> {
            TaskDesk.remark(tx, id, "jira:ann", "ticket closed: https://jira.example/1", T0.plusSeconds(9));
            TaskDesk.remark(tx, "task-none", "jira:ann", "ticket closed", T0.plusSeconds(9));
        });

        assertThat(desk.history(id, 10))
                .first()
                .isEqualTo(new TaskDesk.Step(
                        T0.plusSeconds(9), "jira:ann", "note", "open", "ticket closed: https://jira.example/1"));
        assertThat(desk.history("task-none", 10)).isEmpty();
        assertThat(types()).hasSize(2);
    }

    private Trouble trouble() {
        return (Trouble) outbox.after(0, 100).stream()
                .filter(entry -> Trouble.isTypeOf(entry.type()))
                .reduce((first, last) -> last)
                .flatMap(EventJson::decode)
                .orElseThrow();
    }

    @Test
    void aTargetThatJoinsARangeTakesNothingFromTheOthers() {
        Listing one = range("192.0.2.10");
        Listing other = Events.with(range("192.0.2.11", "b"), List.of(CSS, XBL), Optional.empty(), Optional.empty());
        happens(opened(one, T0), opened(other, T0.plusSeconds(1)), opened(range("192.0.2.12"), T0.plusSeconds(2)));

        RemovalTask task = tasks.byListing(one.id()).orElseThrow();
        assertThat(task.pools()).extracting(PoolName::value).containsExactly("a", "b");
        assertThat(task.target().text()).isEqualTo("192.0.2.10");
        assertThat(task.dossier().codes()).containsExactly(CSS, XBL);
        assertThat(types().stream().filter("offlist.removal.updated"::equals)).hasSize(1);
    }

    @Test
    void aRangeGoesOnWithTheTargetsThatAreStillListed() {
        Listing one = range("192.0.2.10");
        Listing other = range("192.0.2.11");
        happens(opened(one, T0), opened(other, T0.plusSeconds(1)), closed(one, T0.plusSeconds(60), CloseReason.LEFT));

        RemovalTask task = tasks.byListing(one.id()).orElseThrow();
        assertThat(task.target().text()).isEqualTo("192.0.2.11");
        assertThat(task.listing()).isEqualTo(other.id());
        assertThat(task.covers()).contains("192.0.2.0/24");
        assertThat(task.plan().steps())
                .noneSatisfy(step -> assertThat(step.text()).contains("192.0.2.10"));
    }

    @Test
    void whatAPersonGaveUpStaysSoWhileItLastsAndEndsWithItsProof() {
        Listing one = range("192.0.2.10");
        Listing other = range("192.0.2.11");
        happens(opened(one, T0));
        String id = tasks.byListing(one.id()).orElseThrow().id();
        desk.act(id, new TaskAction.Withdraw("we do not pay"), "ann");

        happens(opened(other, T0.plusSeconds(9)));
        assertThat(tasks.byId(id).orElseThrow().state()).isInstanceOf(TaskState.Closed.class);
        assertThat(tasks.byId(id).orElseThrow().dossier().times()).isEqualTo(1);
        happens(
                closed(one, T0.plusSeconds(60), CloseReason.DELISTED),
                closed(other, T0.plusSeconds(90), CloseReason.DELISTED));

        TaskState.Closed over = (TaskState.Closed) tasks.byId(id).orElseThrow().state();
        assertThat(over.as()).isEqualTo(TaskState.Ending.WITHDRAWN);
        assertThat(over.proof()).isEqualTo("close-" + other.id());
        assertThat(desk.act(id, new TaskAction.Reopen("again"), "ann")).isInstanceOf(TaskDesk.Done.Refused.class);
    }

    @Test
    void whatWasOnlyLostSightOfGoesOnWhereItStood() {
        happens(opened(A, T0));
        String id = tasks.byListing(A.id()).orElseThrow().id();
        desk.looked(id, List.of());
        desk.act(id, ASK, "ann");
        Optional<Instant> due = tasks.byId(id).flatMap(RemovalTask::answerDue);
        happens(closed(A, T0.plusSeconds(60), CloseReason.LEFT));
        Listing back = later(A, "L-back", T0.plusSeconds(600));

        happens(opened(back, back.openedAt()));

        RemovalTask task = tasks.byId(id).orElseThrow();
        assertThat(task.state()).isEqualTo(new TaskState.Requested(due));
        assertThat(task.openedAt()).isEqualTo(T0);
        assertThat(task.dossier().times()).isEqualTo(1);
        happens(closed(back, T0.plusSeconds(900), CloseReason.DELISTED));
        assertThat(((TaskState.Closed) tasks.byId(id).orElseThrow().state()).as())
                .isEqualTo(TaskState.Ending.DELISTED);
    }

    private static Listing range(String address) {
        return range(address, "a");
    }

    private static Listing range(String address, String pool) {
        return Events.range("192.0.2.0/24", listing(address, new ListId("spamcop"), Severity.MAJOR, pool));
    }

    @Test
    void whatWasWithdrawnAndIsOverCannotBeTakenUpAgain() {
        happens(opened(A, T0));
        String id = RemovalTask.idFor(A.id());
        desk.act(id, new TaskAction.Withdraw("too much work"), "ann");
        happens(closed(A, T0.plusSeconds(90), CloseReason.DELISTED));

        assertThat(desk.act(id, new TaskAction.Reopen("once more"), "ann")).isInstanceOf(TaskDesk.Done.Refused.class);

        assertThat(tasks.byId(id).orElseThrow().state())
                .isEqualTo(new TaskState.Closed(TaskState.Ending.WITHDRAWN, T0, "close-" + A.id()));
        assertThat(desk.history(id, 9))
                .extracting(TaskDesk.Step::action)
                .containsExactly("closed", "withdraw", "opened");
        assertThat(types()).endsWith("offlist.removal.closed", "offlist.listing.closed");
    }

    @Test
    void leavingThePoolIsNoDelisting() {
        happens(opened(A, T0), closed(A, T0.plusSeconds(90), CloseReason.LEFT));

        TaskState.Closed closed =
                (TaskState.Closed) tasks.byListing(A.id()).orElseThrow().state();
        assertThat(closed.as()).isEqualTo(TaskState.Ending.LEFT_POOL);
    }

    @Test
    void aClosedTaskStaysClosed() {
        happens(opened(A, T0), closed(A, T0.plusSeconds(90), CloseReason.LEFT), changed(A, T0.plusSeconds(91)));

        assertThat(tasks.byListing(A.id()).orElseThrow().state()).isInstanceOf(TaskState.Closed.class);
    }

    @Test
    void aListingOnAnAllowListIsNothingToGetRidOf() {
        happens(opened(listing("192.0.2.10", new ListId("dnswl"), Severity.MINOR, "a"), T0));
        happens(opened(listing("192.0.2.10", new ListId("cymru-origin"), Severity.MINOR, "a"), T0));

        assertThat(tasks.find(TaskFilter.ALL, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void tasksAreFoundByWhatTheyAreAbout() {
        happens(opened(A, T0), opened(B, T0.plusSeconds(1)), opened(C, T0.plusSeconds(2)));
        happens(closed(C, T0.plusSeconds(3), CloseReason.DELISTED));

        assertThat(found(filter("open", null, null, null))).containsExactly(B.id(), A.id());
        assertThat(found(filter(null, "a_b", null, null))).containsExactly(B.id());
        assertThat(found(filter(null, null, "spamcop", null))).containsExactly(C.id(), B.id());
        assertThat(found(filter(null, null, null, "192.0.2.10"))).containsExactly(A.id());
        assertThat(found(filter("closed", "transactional", null, null))).isEmpty();
    }

    @Test
    void pagesGoOnAfterTheLastTaskSeen() {
        happens(opened(A, T0), opened(B, T0), opened(C, T0));

        List<RemovalTask> first = tasks.find(TaskFilter.ALL, Optional.empty(), 2);
        List<RemovalTask> second =
                tasks.find(TaskFilter.ALL, Optional.of(first.getLast().id()), 2);

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void tasksAreCountedByListAndState() {
        happens(opened(A, T0), opened(B, T0), opened(C, T0), closed(C, T0.plusSeconds(3), CloseReason.DELISTED));

        ListId spamcop = new ListId("spamcop");
        assertThat(tasks.counts())
                .containsExactly(
                        new TaskCount(spamcop, "closed", 1),
                        new TaskCount(spamcop, "open", 1),
                        new TaskCount(A.list(), "open", 1));
    }

    private List<String> found(TaskFilter filter) {
        return tasks.find(filter, Optional.empty(), 10).stream()
                .map(RemovalTask::listing)
                .toList();
    }

    private static TaskFilter filter(
            @Nullable String state, @Nullable String pool, @Nullable String list, @Nullable String address) {
        return new TaskFilter(
                Optional.ofNullable(state),
                Optional.ofNullable(pool).map(PoolName::new),
                Optional.ofNullable(list).map(ListId::new),
                Optional.ofNullable(address).map(Target::parse));
    }

    private void happens(Event... events) {
        for (Event event : events) {
            database.transact(tx ->
                    Outbox.append(tx, event.id(), event.type(), event.subject(), event.at(), EventJson.encode(event)));
            outbox.after(outbox.position(consumer.name()), 100).forEach(this::take);
        }
    }

    private void take(OutboxEntry entry) {
        database.transact(tx -> {
            consumer.take(tx, entry);
            Outbox.moveTo(tx, consumer.name(), entry.seq());
        });
    }

    private List<String> types() {
        return outbox.after(0, 100).stream().map(OutboxEntry::type).toList();
    }

    private JsonNode body() throws Exception {
        return new ObjectMapper().readTree(outbox.after(0, 100).getLast().body());
    }
}
