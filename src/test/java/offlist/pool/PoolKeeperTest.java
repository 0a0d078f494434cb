package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.testing.ManualClock;
import org.junit.jupiter.api.Test;

class PoolKeeperTest {
    private static final Duration REFRESH = Duration.ofMinutes(10);
    private static final Duration HOLD = Duration.ofHours(1);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final YieldStore store = YieldStore.inMemory();
    private final Map<String, Yield> world = new HashMap<>();
    private final List<String> reads = new ArrayList<>();
    private PoolKeeper keeper = newKeeper();

    @Test
    void theMembersOfAllSourcesAreInThePoolEachOnce() {
        world.put("a/hosts:x", members("192.0.2.1", "192.0.2.2"));
        world.put("b/hosts:x", members("192.0.2.2"));
        keeper.configure(List.of(pool("a", "192.0.2.1"), pool("b")));
        assertEquals(
                List.of("192.0.2.1 [a]", "192.0.2.2 [a, b]"),
                keeper.refresh().pool().members().stream()
                        .map(member -> member.target() + " " + member.pools())
                        .toList());
    }

    @Test
    void domainsAreMembersToo() {
        PoolSettings plain = pool("a", "192.0.2.1");
        PoolSettings settings = new PoolSettings(
                plain.name(),
                Map.of(),
                plain.addresses(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new DomainName("example.com")),
                Optional.empty(),
                REFRESH,
                HOLD);
        keeper.configure(List.of(settings));
        assertEquals("192.0.2.1 example.com", now());
    }

    @Test
    void aSourceIsReadAgainWhenItIsDueAndNotBefore() {
        world.put("a/hosts:x", members("192.0.2.1"));
        keeper.configure(List.of(pool("a")));
        keeper.refresh();
        clock.pass(REFRESH.minusSeconds(1));
        keeper.refresh();
        assertEquals(1, reads.size());
        clock.pass(Duration.ofSeconds(1));
        keeper.refresh();
        assertEquals(2, reads.size());
    }

    @Test
    void nothingNewIsTheSamePool() {
        world.put("a/hosts:x", members("192.0.2.1"));
        keeper.configure(List.of(pool("a")));
        Pool first = keeper.refresh().pool();
        clock.pass(REFRESH);
        assertSame(first, keeper.refresh().pool());
        assertSame(first, keeper.refresh().pool());
        world.put("a/hosts:x", members("192.0.2.2"));
        clock.pass(REFRESH);
        assertNotSame(first, keeper.refresh().pool());
    }

    @Test
    void aSourceThatFailsKeepsItsLastGoodAnswerAndIsTriedSooner() {
        world.put("a/hosts:x", members("192.0.2.1"));
        keeper.configure(List.of(pool("a")));
        keeper.refresh();
        Instant good = clock.instant();
        clock.pass(REFRESH);
        world.put("a/hosts:x", new Yield.Failed("no usable answer"));
        SourceState failed = keeper.refresh().states().getFirst();
        assertEquals(
                new SourceState(
                        "a/hosts:x",
                        new PoolName("a"),
                        SourceKind.HOSTS,
                        SourceStatus.FAILED,
                        "no usable answer",
                        List.of(),
                        clock.instant(),
                        1,
                        Optional.of(good)),
                failed);
        assertEquals("192.0.2.1", now());
        clock.pass(Duration.ofMinutes(1));
        keeper.refresh();
        assertEquals(3, reads.size());
        assertEquals(failed.since(), keeper.refresh().states().getFirst().since());
    }

    @Test
    void aSourceThatFailsAtTheStartKeepsTheAnswerFromBeforeTheRestart() {
        world.put("a/hosts:x", members("192.0.2.1"));
        keeper.configure(List.of(pool("a")));
        keeper.refresh();
        keeper = newKeeper();
        world.put("a/hosts:x", new Yield.Failed("no usable answer"));
        clock.pass(Duration.ofHours(5));
        keeper.configure(List.of(pool("a")));
        assertEquals("192.0.2.1", now());
        assertEquals(SourceStatus.FAILED, state().status());
    }

    @Test
    void aSourceThatNeverWorkedAddsNothingAndSaysSo() {
        world.put("a/hosts:x", new Yield.Failed("no usable answer"));
        keeper.configure(List.of(pool("a", "192.0.2.9")));
        PoolReading reading = keeper.refresh();
        assertEquals(1, reading.pool().size());
        assertEquals(Optional.empty(), reading.states().getLast().lastGoodAt());
        assertEquals(0, reading.states().getLast().size());
    }

    @Test
    void lessThanHalfIsHeldAndBelievedWhenItStaysSo() {
        world.put("a/hosts:x", members("192.0.2.0/29"));
        keeper.configure(List.of(pool("a")));
        keeper.refresh();
        clock.pass(REFRESH);
        world.put("a/hosts:x", members("192.0.2.0/31", "192.0.2.7"));
        assertEquals(8, keeper.refresh().pool().size());
        assertEquals(SourceStatus.HELD, state().status());
        assertEquals(
                "yields 3 addresses after 8, believed if it stays so until "
                        + clock.instant().plus(HOLD),
                state().message());
        clock.pass(HOLD.minusSeconds(1));
        assertEquals(8, keeper.refresh().pool().size());
        clock.pass(Duration.ofSeconds(1));
        assertEquals(3, keeper.refresh().pool().size());
        assertEquals(SourceStatus.OK, state().status());
    }

    @Test
    void whatShrankAndGrewBackBeginsANewHoldWhenItShrinksAgain() {
        world.put("a/hosts:x", members("192.0.2.0/29"));
        keeper.configure(List.of(pool("a")));
        keeper.refresh();
        shrinkAndPass(members("192.0.2.0"), Duration.ofMinutes(50));
        shrinkAndPass(members("192.0.2.0/29"), Duration.ofMinutes(50));
        shrinkAndPass(members("192.0.2.0"), Duration.ofMinutes(50));
        assertEquals(8, keeper.refresh().pool().size());
    }

    @Test
    void aFailureBetweenDoesNotRestartTheHold() {
        world.put("a/hosts:x", members("192.0.2.0/29"));
        keeper.configure(List.of(pool("a")));
        keeper.refresh();
        clock.pass(REFRESH);
        shrinkAndPass(members("192.0.2.0"), Duration.ofMinutes(30));
        shrinkAndPass(new Yield.Failed("no usable answer"), Duration.ofMinutes(30));
        world.put("a/hosts:x", members("192.0.2.0"));
        assertEquals(1, keeper.refresh().pool().size());
    }

    @Test
    void exactlyHalfIsBelievedAtOnce() {
        world.put("a/hosts:x", members("192.0.2.0/29"));
        keeper.configure(List.of(pool("a")));
        keeper.refresh();
        clock.pass(REFRESH);
        world.put("a/hosts:x", members("192.0.2.0/30"));
        assertEquals(4, keeper.refresh().pool().size());
    }

    @Test
    void withoutHoldEverythingIsBelievedAtOnce() {
        world.put("a/hosts:x", members("192.0.2.0/29"));
        keeper.configure(List.of(pool("a", Duration.ZERO, Optional.empty())));
        keeper.refresh();
        clock.pass(REFRESH);
        world.put("a/hosts:x", members());
        assertEquals(0, keeper.refresh().pool().size());
        assertEquals(SourceStatus.EMPTY, state().status());
    }

    @Test
    void whatStandsInTheFileOfTheOperatorIsNeverHeld() {
        keeper.configure(List.of(pool("a", "192.0.2.0/24")));
        keeper.refresh();
        keeper.configure(List.of(pool("a", "192.0.2.0")));
        assertEquals("192.0.2.0", now());
    }

    @Test
    void aReloadDropsAndMakesSources() {
        world.put("a/hosts:x", members("192.0.2.1"));
        world.put("b/hosts:x", members("192.0.2.2"));
        keeper.configure(List.of(pool("a")));
        keeper.refresh();
        keeper.configure(List.of(pool("b")));
        assertEquals("192.0.2.2", now());
        assertEquals(1, keeper.refresh().states().size());
    }

    @Test
    void withoutPoolsNobodyIsInOne() {
        keeper.configure(List.of(pool("a", "192.0.2.1")));
        keeper.refresh();
        keeper.configure(List.of());
        assertEquals("", now());
    }

    @Test
    void untilASourceIsReadItsStoredAnswerStandsIn() {
        store.keep("b/hosts:x", new StoredYield(clock.instant(), RangeSet.of(List.of(IpRange.parse("192.0.2.2")))));
        world.put("a/hosts:x", members("192.0.2.1"));
        world.put("b/hosts:x", members("192.0.2.3"));
        keeper = new PoolKeeper(settings -> slow(settings), store, clock);
        keeper.configure(List.of(pool("a"), pool("b")));
        PoolReading first = keeper.refresh();
        assertEquals(SourceStatus.WAITING, first.states().getLast().status());
        assertEquals("192.0.2.1 192.0.2.2", texts(first.pool()));
        assertEquals("192.0.2.1 192.0.2.3", now());
    }

    @Test
    void aSourceThatWouldMakeThePoolTooLargeKeepsItsLastGoodAnswer() {
        world.put("a/hosts:x", members("192.0.2.0/30"));
        keeper.configure(List.of(pool("a", HOLD, Optional.of(5), "192.0.2.9")));
        assertEquals(5, keeper.refresh().pool().size());
        clock.pass(REFRESH);
        world.put("a/hosts:x", members("192.0.2.0/29"));
        assertEquals(5, keeper.refresh().pool().size());
        assertEquals("the pool would hold 9 addresses, `max-addresses` allows 5", state().message());
    }

    @Test
    void whenThePoolMayHoldLessTheLastSourcesGiveWay() {
        world.put("a/hosts:x", members("192.0.2.0/30"));
        keeper.configure(List.of(pool("a", HOLD, Optional.of(5), "192.0.2.9")));
        keeper.refresh();
        keeper.configure(List.of(pool("a", HOLD, Optional.of(3), "192.0.2.9")));
        PoolReading reading = keeper.refresh();
        assertEquals("192.0.2.9", texts(reading.pool()));
        assertEquals(SourceStatus.FAILED, reading.states().getLast().status());
        assertEquals(0, reading.states().getLast().size());
    }

    @Test
    void onlyWhatChangedIsNews() {
        world.put("a/hosts:x", members("192.0.2.1"));
        keeper.configure(List.of(pool("a")));
        assertEquals(1, keeper.refresh().news().size());
        clock.pass(REFRESH);
        assertEquals(List.of(), keeper.refresh().news());
        world.put("a/hosts:x", new Yield.Failed("no usable answer"));
        clock.pass(REFRESH);
        assertEquals(1, keeper.refresh().news().size());
        clock.pass(REFRESH);
        assertEquals(List.of(), keeper.refresh().news());
    }

    @Test
    void anAnswerIsStoredWhenItChangesAndNowAndThen() {
        List<Instant> stored = new ArrayList<>();
        YieldStore counting = new YieldStore() {
            @Override
            public Optional<StoredYield> last(String source) {
                return Optional.empty();
            }

            @Override
            public void keep(String source, StoredYield yield) {
                stored.add(yield.at());
            }
        };
        world.put("a/hosts:x", members("192.0.2.1"));
        keeper = new PoolKeeper(this::sources, counting, clock);
        keeper.configure(List.of(pool("a", "192.0.2.9")));
        for (int i = 0; i < 8; i++) {
            keeper.refresh();
            clock.pass(REFRESH);
        }
        assertEquals(2, stored.size());
        assertTrue(stored.getLast().equals(stored.getFirst().plus(Duration.ofHours(1))), stored.toString());
    }

    private void shrinkAndPass(Yield yield, Duration time) {
        world.put("a/hosts:x", yield);
        keeper.refresh();
        clock.pass(time);
    }

    private String now() {
        return texts(keeper.refresh().pool());
    }

    private SourceState state() {
        return keeper.refresh().states().getLast();
    }

    private static String texts(Pool pool) {
        return String.join(
                " ",
                pool.members().stream().map(member -> member.target().text()).toList());
    }

    private PoolKeeper newKeeper() {
        return new PoolKeeper(this::sources, store, clock);
    }

    /** The inline sources as they are, and one that reads from this test's world. */
    private List<PoolSource> sources(PoolSettings settings) {
        List<PoolSource> sources = new ArrayList<>();
        if (!settings.addresses().isEmpty()) {
            sources.add(InlineSource.addresses(settings.name(), settings.addresses()));
        }
        if (!settings.domains().isEmpty()) {
            sources.add(InlineSource.domains(settings.name(), SourceKind.DOMAINS, settings.domains()));
        }
        String id = PoolSource.id(settings.name(), SourceKind.HOSTS, "x");
        if (world.containsKey(id)) {
            sources.add(new WorldSource(id, settings.name(), Duration.ZERO));
        }
        return sources;
    }

    private List<PoolSource> slow(PoolSettings settings) {
        String id = PoolSource.id(settings.name(), SourceKind.HOSTS, "x");
        return List.of(new WorldSource(id, settings.name(), Duration.ofSeconds(3)));
    }

    private static Yield members(String... ranges) {
        return Yield.Members.of(
                RangeSet.of(Stream.of(ranges).map(IpRange::parse).toList()));
    }

    private static PoolSettings pool(String name, String... addresses) {
        return pool(name, HOLD, Optional.empty(), addresses);
    }

    private static PoolSettings pool(String name, Duration hold, Optional<Integer> maxAddresses, String... addresses) {
        return new PoolSettings(
                new PoolName(name),
                Map.of(),
                Stream.of(addresses).map(IpRange::parse).toList(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                maxAddresses,
                REFRESH,
                hold);
    }

    private final class WorldSource implements PoolSource {
        private final String id;
        private final PoolName pool;
        private final Duration takes;

        WorldSource(String id, PoolName pool, Duration takes) {
            this.id = id;
            this.pool = pool;
            this.takes = takes;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public PoolName pool() {
            return pool;
        }

        @Override
        public SourceKind kind() {
            return SourceKind.HOSTS;
        }

        @Override
        public Yield read() {
            reads.add(id);
            clock.pass(takes);
            Yield yield = world.get(id);
            return yield == null ? new Yield.Failed("nothing here") : yield;
        }
    }
}
