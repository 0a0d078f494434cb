package offlist.fuzz;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.TestPoints;
import offlist.catalogue.Zone;
import offlist.dns.Answer;
import offlist.dns.DatagramGate;
import offlist.dns.DnsResolver;
import offlist.dns.Question;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import offlist.pool.Target;
import offlist.probe.AskedList;
import offlist.probe.Check;
import offlist.probe.DnsProber;
import offlist.probe.Observation;

/**
 * Rounds of one check each, whose answers are recorded ones, broken. A round depends on nothing but the seed and its
 * number, so that the one that failed can be had again by itself.
 */
final class DnsFuzz {
    private static final ResolverId RESOLVER = new ResolverId("127.0.0.53:53");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int WAITING = 8;
    /** Every so many rounds nothing is broken, and what comes out must be right. */
    private static final int HONEST = 50;
    /** dnsjava makes room for as many records as the four counts of a header promise, then some for each byte. */
    private static final long BYTES_A_ROUND = 32 << 20;

    private static final Duration LONGEST_ROUND = Duration.ofSeconds(2);

    private final long seed;
    private final List<Recording> recordings;
    private final List<byte[]> packets;
    /** What was asked together. */
    private final Map<String, List<Recording>> places;

    private final Tally tally = new Tally();
    private long next;

    DnsFuzz(long seed) {
        this.seed = seed;
        this.recordings = Recordings.all();
        this.places = recordings.stream().collect(Collectors.groupingBy(Recording::place));
        this.packets = recordings.stream().map(Recording::bytes).toList();
        // Classes are loaded once, which is not the work of a packet.
        new Round(0).play();
    }

    Tally tally() {
        return tally;
    }

    /** Further rounds until so many packets arrived; gives their number. */
    long run(long most) {
        long arrived = 0;
        while (arrived < most) {
            arrived += round(next++);
        }
        return arrived;
    }

    /** One round; gives the number of packets that arrived in it. */
    int round(long number) {
        try {
            Round round = new Round(number);
            int arrived = round.play();
            tally.work(round.work);
            bounded(round.work);
            return arrived;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(
                    "round %d of seed %d broke a promise: ./offlist bench fuzz --seed %d --round %d"
                            .formatted(number, seed, seed, number),
                    e);
        }
    }

    private static void bounded(Work work) {
        if (work.bytes() > BYTES_A_ROUND || work.nanos() > LONGEST_ROUND.toNanos()) {
            throw new BrokenProperty(
                    "%d bytes and %d ms are too much work".formatted(work.bytes(), work.nanos() / 1_000_000));
        }
    }

    private final class Round {
        private final boolean honest;
        private final Recording subject;
        private final BrokenWire wire;
        private final DatagramGate gate;
        private final Resolver resolver;
        private final Promises promises;
        private final boolean withText;
        private final Work work = new Work();

        Round(long number) {
            SplittableRandom random = new SplittableRandom(seed * 0x9E37_79B9_7F4A_7C15L + number);
            honest = number % HONEST == 0;
            subject = recordings.get(random.nextInt(recordings.size()));
            wire = new BrokenWire(random, new Mutator(random, packets), tally, work);
            promises = new Promises(subject.zone().contains("{"));
            wire.serve(places.getOrDefault(subject.place(), List.of()), honest);
            gate = new DatagramGate(random, wire);
            resolver = new DnsResolver(RESOLVER, BrokenWire.SERVER, gate, wire);
            withText = random.nextBoolean();
            List<byte[]> waiting = new ArrayList<>();
            for (int i = 0; i < WAITING; i++) {
                waiting.add(gate.waiting(BrokenWire.SERVER, packets.get(random.nextInt(packets.size()))));
            }
            wire.wait(waiting);
        }

        int play() {
            Zone zone = Zone.of(subject.zone());
            DnsList list = DnsList.custom(new ListId("fuzzed"), zone)
                    .with(Set.of(Kind.values()))
                    .with(TestPoints.rfc5782(List.of(Kind.values())));
            Zone asked = zone.needsKey() ? zone.withKey(Recorder.key()) : zone;
            AskedList how = new AskedList(list, asked, List.of(RESOLVER), TIMEOUT, 1);
            DnsProber prober = new DnsProber(id -> watched(), InstantSource.fixed(Instant.EPOCH));
            Check check = new Check(how, Target.parse(subject.target()), RESOLVER, withText);
            Observation seen = work.counted(() -> now(prober.probe(check)));
            promises.verdict(seen);
            tally.count("verdict." + seen.verdict().label());
            if (gate.size() != WAITING) {
                throw new BrokenProperty("a query was kept");
            }
            if (honest) {
                Promises.honest(subject, seen);
            }
            return wire.packets();
        }

        private void judged(Question question, Answer answer, Optional<byte[]> packet) {
            try {
                promises.answer(question, answer, packet);
            } catch (BrokenProperty e) {
                throw new BrokenProperty(
                        e.getMessage() + ": " + packet.map(SimplePacket::hex).orElse("no packet"));
            }
        }

        private Resolver watched() {
            return new Resolver() {
                @Override
                public ResolverId id() {
                    return resolver.id();
                }

                @Override
                public CompletableFuture<Answer> ask(Question question, Duration timeout) {
                    wire.taken();
                    Answer answer = now(resolver.ask(question, timeout));
                    Optional<byte[]> packet = wire.taken();
                    return work.aside(() -> {
                        judged(question, answer, packet);
                        tally.count("answer." + Promises.label(answer));
                        return CompletableFuture.completedFuture(answer);
                    });
                }
            };
        }
    }

    /** Nothing here waits for anybody, so what is not there at once was forgotten. */
    private static <T> T now(CompletableFuture<T> future) {
        if (!future.isDone()) {
            throw new BrokenProperty("an answer does not come");
        }
        try {
            return future.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("an exception came out", e);
        }
    }
}
