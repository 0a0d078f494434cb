package offlist.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offlist.journal.PoolHistory.Changes;
import offlist.pool.IpAddress;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.store.OpenStore;
import offlist.store.Outbox;
import offlist.track.PoolMembershipChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of who joined and left, whatever store it is kept in. */
abstract class PoolHistoryContract {
    private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");
    private static final PoolName ONE = new PoolName("one");

    private OpenStore store;
    private SqlJournal journal;
    private PoolHistory history;
    private final Map<IpAddress, SortedSet<PoolName>> members = new HashMap<>();
    private int events;

    abstract OpenStore open();

    @BeforeEach
    void openStore() {
        store = open();
        journal = new SqlJournal(store.database());
        history = new PoolHistory(store.database());
        happens(0, "203.0.113.1", "one"); // somebody is there from the beginning
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whoCameAndWhoWentIsTold() {
        happens(1, "192.0.2.1", "one");
        happens(10, "192.0.2.1", "");
        happens(11, "192.0.2.2", "one");

        assertChanges(5, "192.0.2.2", "192.0.2.1");
        assertChanges(11, "192.0.2.2", "");
        assertChanges(12, "", "");
    }

    @Test
    void whoCameAndWentAgainDidNotChange() {
        happens(1, "192.0.2.1", "one");
        happens(10, "192.0.2.1", "");
        happens(11, "192.0.2.1", "one");
        happens(12, "192.0.2.2", "one");
        happens(13, "192.0.2.2", "");

        assertChanges(5, "", "");
    }

    @Test
    void whoMovedToAnotherPoolIsGoneFromTheFirst() {
        happens(1, "192.0.2.1", "one");
        happens(2, "192.0.2.2", "two");
        happens(10, "192.0.2.1", "two");
        happens(11, "192.0.2.2", "one two");

        assertChanges(5, "192.0.2.2", "192.0.2.1");
        assertEquals(Optional.of(at(11)), history.changed(ONE));
    }

    /** The event says where it is, not where it was. */
    @Test
    void movingAwayIsAChange() {
        happens(1, "192.0.2.1", "one");
        happens(10, "192.0.2.1", "two");
        happens(20, "192.0.2.2", "two");

        assertEquals(Optional.of(at(10)), history.changed(ONE));
        assertChanges(5, "", "192.0.2.1");
    }

    @Test
    void otherPoolsAreNotOurs() {
        happens(10, "192.0.2.1", "two");
        happens(11, "192.0.2.1", "");

        assertChanges(5, "", "");
    }

    @Test
    void domainsAreNoAddresses() {
        commit(10, Target.parse("example.com"), set("one"), true);

        assertChanges(5, "", "");
        assertEquals(Optional.of(at(0)), history.changed(ONE));
    }

    @Test
    void whatIsForgottenIsNotKnown() {
        happens(1, "192.0.2.1", "one");
        happens(20, "192.0.2.2", "one");
        forgetBefore(10);

        assertThat(since(-1, 20 + 30)).isInstanceOf(Changes.NotKept.class);
        assertThat(since(5, 5 + 31)).isInstanceOf(Changes.NotKept.class);
    }

    /** Nothing happened for long, so nothing is kept; but what is younger than what is forgotten would be. */
    @Test
    void aQuietMonthIsKnownToBeQuiet() {
        happens(1, "192.0.2.1", "one");
        forgetBefore(100);

        assertEquals(new Changes.Known(new TreeSet<>(), new TreeSet<>()), since(80, 100));
        assertThat(since(60, 100)).isInstanceOf(Changes.NotKept.class);
        assertEquals(Optional.empty(), history.changed(ONE));
    }

    /** Where it was before is forgotten: it may have been here, so removing it is right or does no harm. */
    @Test
    void whoMovedFromSomewhereForgottenCountsAsRemoved() {
        happens(1, "192.0.2.1", "one");
        happens(50, "192.0.2.1", "two");
        forgetBefore(40);

        assertEquals(known("", "192.0.2.1"), since(45, 60));
    }

    @Test
    void moreThanCanBeToldIsSaidToBeSo() {
        List<PoolMembershipChanged> many = IntStream.rangeClosed(0, PoolHistory.MOST)
                .mapToObj(i ->
                        new PoolMembershipChanged("many" + i, at(10), IpAddress.v4(0x0A00_0000 + i), set("one"), true))
                .toList();
        journal.commit(many);

        assertThat(since(5, 20)).isInstanceOf(Changes.TooMany.class);
    }

    /** Whatever happened: the changes, done to the addresses of then, make those of now. */
    @Test
    void changesDoneToThePastMakeThePresent() {
        for (long seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            List<Set<IpAddress>> past = new ArrayList<>();
            int begin = 100 + (int) seed * 100;
            for (int day = begin; day < begin + 20; day++) {
                past.add(in(ONE));
                for (int i = 0; i < 3; i++) {
                    happens(
                            day,
                            "192.0.2." + random.nextInt(6),
                            List.of("", "one", "two", "one two").get(random.nextInt(4)));
                }
            }
            for (int day = 0; day < past.size(); day++) {
                Changes.Known known = (Changes.Known) since(begin + day, begin + 20);
                Set<IpAddress> made = new TreeSet<>(past.get(day));
                made.addAll(known.added());
                made.removeAll(known.removed());
                assertEquals(in(ONE), made, "seed " + seed + " day " + day);
                assertThat(known.added()).as("seed %s day %s", seed, day).doesNotContainAnyElementsOf(past.get(day));
                assertThat(past.get(day)).as("seed %s day %s", seed, day).containsAll(known.removed());
            }
        }
    }

    private Set<IpAddress> in(PoolName pool) {
        return members.entrySet().stream()
                .filter(member -> member.getValue().contains(pool))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As {@code Membership} tells it: joining and moving alike, leaving with the pools that were left. */
    private void happens(int day, String text, String pools) {
        IpAddress address = IpAddress.parse(text);
        SortedSet<PoolName> before = members.getOrDefault(address, new TreeSet<>());
        SortedSet<PoolName> now = set(pools);
        if (before.equals(now)) {
            return;
        }
        members.put(address, now);
        commit(day, address, now.isEmpty() ? before : now, !now.isEmpty());
    }

    private void commit(int day, Target target, SortedSet<PoolName> pools, boolean joined) {
        journal.commit(List.of(new PoolMembershipChanged("e" + events++, at(day), target, pools, joined)));
    }

    private void assertChanges(int day, String added, String removed) {
        assertEquals(known(added, removed), since(day, day + 10));
    }

    private static Changes known(String added, String removed) {
        return new Changes.Known(addresses(added), addresses(removed));
    }

    private Changes since(int day, int today) {
        Pool now = new Pool(members.entrySet().stream()
                .filter(member -> !member.getValue().isEmpty())
                .map(member -> new PoolMember(member.getKey(), member.getValue()))
                .toList());
        return history.since(ONE, now, at(day), at(today));
    }

    private void forgetBefore(int day) {
        Outbox outbox = new Outbox(store.database());
        store.database().transact(tx -> Outbox.moveTo(tx, "test", 1_000_000));
        outbox.forget(at(day));
    }

    private static SortedSet<IpAddress> addresses(String text) {
        return words(text).map(IpAddress::parse).collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<PoolName> set(String pools) {
        return words(pools).map(PoolName::new).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }

    private static Instant at(int day) {
        return T0.plus(Duration.ofDays(day));
    }
}
