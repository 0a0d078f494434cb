package offlist.delist;

import static offlist.alert.Events.T0;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import offlist.alert.Events;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.store.Database;
import offlist.store.OpenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is to be worked on first, whatever store it is kept in. */
abstract class WorkListContract {
    private static final WorkFilter ALL = WorkFilter.FOR_A_PERSON.in(Set.of(), true);
    private static final Instant NOW = T0.plus(Duration.ofHours(5));

    private OpenStore store;
    private Database database;
    private WorkList work;

    abstract OpenStore open();

    @BeforeEach
    void openStore() {
        store = open();
        database = store.database();
        work = new WorkList(database);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatIsLateComesFirstAndWhatIsClosedLast() {
        SeededTasks.in(database, SeededTasks.states(SeededTasks.open(), NOW));

        assertThat(ids(ALL))
                .containsExactly(
                        "overdue",
                        "ready",
                        "open",
                        "preparing",
                        "blocked",
                        "paused",
                        "requested",
                        "waiting",
                        "closed",
                        "delisted");
    }

    @Test
    void aPersonIsNotAskedToWait() {
        SeededTasks.in(database, SeededTasks.states(SeededTasks.open(), NOW));

        assertThat(ids(WorkFilter.FOR_A_PERSON)).containsExactly("overdue", "ready", "open", "preparing", "blocked");
        WorkTally tally = work.tally(WorkFilter.FOR_A_PERSON);
        assertThat(tally.forAPerson()).isEqualTo(5);
        assertThat(tally.in("blocked")).isEqualTo(2);
        assertThat(tally.paused()).isEqualTo(1);
        assertThat(tally.live()).isEqualTo(8);
        assertThat(tally.all()).isEqualTo(10);
    }

    /** The words of people do not look like a blocker that stays. */
    @Test
    void whatPeopleWriteMakesNoTaskOneForAPerson() {
        RemovalTask paused = SeededTasks.states(SeededTasks.open(), NOW).getLast();
        String words = "\"until\":null}";
        SeededTasks.in(database, List.of(paused.with(paused.dossier().explained(words, words), NOW)));

        assertThat(ids(WorkFilter.FOR_A_PERSON)).isEmpty();
        assertThat(work.tally(ALL).paused()).isEqualTo(1);
    }

    @Test
    void theGravestAndThenTheOldestStandFirst() {
        SeededTasks.in(
                database,
                List.of(
                        ready("minor", Severity.MINOR, 9),
                        ready("young", Severity.CRITICAL, 1),
                        ready("major", Severity.MAJOR, 5),
                        ready("old", Severity.CRITICAL, 3),
                        ready("news", Severity.INFORMATIONAL, 20)));

        assertThat(ids(ALL)).containsExactly("old", "young", "major", "minor", "news");
    }

    @Test
    void filtersNarrowWhatIsFoundAndCounted() {
        RemovalTask a = task("a", "192.0.2.10", "spamcop", Severity.MAJOR, "a_b");
        RemovalTask b = task("b", "192.0.2.11", "spamcop", Severity.MINOR, "axb");
        RemovalTask c = task("c", "192.0.2.12", "spamhaus-zen", Severity.MINOR, "a_b");
        SeededTasks.in(database, List.of(a, b, c));

        assertThat(ids(filter(Optional.of("spamcop"), Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactly("a", "b");
        WorkFilter pool = filter(Optional.empty(), Optional.of("a_b"), Optional.empty(), Optional.empty());
        assertThat(ids(pool)).containsExactly("a", "c");
        assertThat(work.tally(pool).all()).isEqualTo(2);
        assertThat(ids(filter(Optional.empty(), Optional.empty(), Optional.of("192.0.2.11"), Optional.empty())))
                .containsExactly("b");
        assertThat(ids(filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Severity.MINOR))))
                .containsExactly("b", "c");
    }

    @Test
    void pagesOfThousandsShowEachTaskOnce() {
        List<RemovalTask> many = new ArrayList<>();
        IntStream.range(0, 2_000)
                .forEach(i -> many.add(task(
                        "t" + i,
                        "10.1." + i / 250 + "." + i % 250,
                        "spamcop",
                        Severity.values()[i % 4],
                        "transactional")));
        SeededTasks.in(database, many);

        Set<String> seen = new HashSet<>();
        int shown = 0;
        for (int from = 0; from < 2_000; from += 50) {
            List<RemovalTask> page = work.find(ALL, from, 50);
            shown += page.size();
            page.forEach(task -> seen.add(task.id()));
        }

        assertThat(shown).isEqualTo(2_000);
        assertThat(seen).hasSize(2_000);
        assertThat(work.find(ALL, 2_000, 50)).isEmpty();
        assertThat(work.find(ALL, 0, 50))
                .allSatisfy(task -> assertThat(task.severity()).isEqualTo(Severity.CRITICAL));
    }

    private List<String> ids(WorkFilter filter) {
        return work.find(filter, 0, 100).stream()
                .map(task -> task.id().substring(RemovalTask.idFor("").length()))
                .toList();
    }

    private static WorkFilter filter(
            Optional<String> list, Optional<String> pool, Optional<String> target, Optional<Severity> severity) {
        return new WorkFilter(
                Set.of(), true, list.map(ListId::new), pool.map(PoolName::new), target.map(Target::parse), severity);
    }

    private static RemovalTask ready(String id, Severity severity, int hours) {
        RemovalTask open = task(id, "192.0.2." + (hours + 20), "spamcop", severity, "transactional");
        return new RemovalTask(
                open.id(),
                open.listing(),
                open.target(),
                open.covers(),
                open.list(),
                open.pools(),
                open.severity(),
                open.reason(),
                new TaskState.Ready(),
                NOW.minus(Duration.ofHours(hours)),
                NOW,
                open.plan(),
                open.dossier());
    }

    private static RemovalTask task(String id, String address, String list, Severity severity, String pool) {
        return SeededTasks.named(
                RemovalTask.open(
                        Events.listing(address, new ListId(list), severity, pool),
                        SeededTasks.open().plan(),
                        T0),
                id);
    }
}
