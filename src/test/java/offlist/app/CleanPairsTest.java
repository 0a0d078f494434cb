package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;
import offlist.journal.SqlJournal;
import offlist.pool.IpAddress;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.probe.AskedList;
import offlist.probe.Health;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import offlist.schedule.Ask;
import offlist.schedule.LaneId;
import offlist.schedule.Sweep;
import offlist.store.OpenStore;
import offlist.testing.ManualClock;
import offlist.testing.Stores;
import offlist.track.ConfirmSettings;
import offlist.track.Event;
import offlist.track.TimeOrderedIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pool of clean addresses costs, asked about on all lists for a whole turn. */
class CleanPairsTest {
    private static final int LISTS = 20;
    private static final int ADDRESSES = 100_000;
    /** Ring and pool, with no address beside another; an object for each pair would be twenty times as much. */
    private static final int MOST_BYTES_AN_ADDRESS = 48;

    private static final ResolverId RESOLVER = new ResolverId("127.0.0.1:53");

    @TempDir
    private Path directory;

    @Test
    void aCleanPairHoldsNothing() throws IOException {
        heldBy(1_000); // loads what is loaded once
        long few = heldBy(1_000);
        long many = heldBy(ADDRESSES);

        assertThat((many - few) / (ADDRESSES - 1_000))
                .as("bytes an address, of %d and %d", few, many)
                .isLessThan(MOST_BYTES_AN_ADDRESS);
    }

    private long heldBy(int addresses) throws IOException {
        long before = used();
        try (OpenStore store = Stores.sqlite(Files.createTempDirectory(directory, "store"))) {
            Run run = new Run(store);
            run.fullTurn(addresses);
            long held = used() - before;
            assertEquals(addresses, run.monitor.tracker().pool().size());
            Reference.reachabilityFence(run);
            return held;
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /** Every other address, so that no range helps. */
    private static Pool pool(int addresses) {
        TreeSet<PoolName> in = new TreeSet<>(List.of(new PoolName("a")));
        return new Pool(IntStream.range(0, addresses)
                .mapToObj(i -> new PoolMember(IpAddress.v4(0x0A00_0000 + 2 * i), in))
                .toList());
    }

    private static final class Run implements Questions {
        private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
        private final Deque<Runnable> mail = new ArrayDeque<>();
        private final Monitor monitor;

        Run(OpenStore store) {
            Random random = new Random(7);
            this.monitor = new Monitor(
                    this,
                    new SqlJournal(store.database()),
                    new Deaf(),
                    CatalogueReader::shipped,
                    new TimeOrderedIds(random),
                    random);
        }

        void fullTurn(int addresses) {
            monitor.lists(
                    IntStream.range(0, LISTS).mapToObj(Run::list).toList(),
                    Duration.ofMinutes(10),
                    ConfirmSettings.DEFAULT,
                    clock.instant());
            monitor.pool(pool(addresses), clock.instant());
            for (int step = 0; !turned(addresses); step++) {
                assertThat(step).isLessThan(200_000);
                clock.pass(Duration.ofMillis(20));
                monitor.step(clock.instant());
                while (!mail.isEmpty()) {
                    mail.remove().run();
                }
            }
        }

        private boolean turned(int addresses) {
            return IntStream.range(0, LISTS)
                    .mapToObj(i -> new LaneId(new ListId("l" + i), Kind.IPV4))
                    .map(id -> monitor.loop().lane(id).orElseThrow())
                    .allMatch(lane ->
                            lane.targets() == addresses && lane.oldestAnswer().isPresent());
        }

        private static WatchedList list(int number) {
            DnsList list = DnsList.custom(new ListId("l" + number), Zone.of("l" + number + ".test"));
            AskedList asked = new AskedList(list, list.zone(), List.of(RESOLVER), Duration.ofMillis(1500), 3);
            return new WatchedList(asked, true, Optional.empty(), Optional.empty());
        }

        @Override
        public void ask(Ask ask, AskedList list, ResolverId resolver, boolean withText) {
            Verdict clean = new Verdict.NotListed(Duration.ofMinutes(1));
            Observation said = new Observation(
                    new Pair(ask.target(), list.id()), clean, resolver, clock.instant(), Duration.ofMillis(1), "");
            mail.add(() -> monitor.observed(ask, list, said, clock.instant()));
        }

        @Override
        public void test(offlist.track.Path path, AskedList list) {
            mail.add(() -> monitor.tested(path, list, new Health(Health.State.HEALTHY, ""), clock.instant()));
        }

        @Override
        public Optional<Sweep> sweep(AskedList list, LaneId lane, ResolverId resolver, int window, Swept swept) {
            return Optional.empty();
        }
    }

    private static final class Deaf implements Observer {
        @Override
        public void checked(Observation observation) {}

        @Override
        public void clean(offlist.track.Path path, long took) {}

        @Override
        public void happened(Event event) {}
    }
}
