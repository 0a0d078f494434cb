package offlist.track;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;

/** Feeds a {@link Tracker} with answers and test points, and settles what it proposes at once. */
final class TrackerStory {
    static final ResolverId ONE = new ResolverId("127.0.0.1:53");
    static final ResolverId TWO = new ResolverId("127.0.0.2:53");
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();

    final Tracker tracker = new Tracker(() -> CATALOGUE, new TimeOrderedIds(new Random(5)));
    final DnsList list;
    Instant now = Instant.parse("2026-11-22T10:00:00Z");

    private TrackerStory(DnsList list) {
        this.list = list;
        tracker.turn(list.id(), Duration.ofMinutes(10));
    }

    /** A list whose every answer is a listing of one address. */
    static TrackerStory house() {
        return new TrackerStory(DnsList.custom(new ListId("house"), Zone.of("house.test")));
    }

    static TrackerStory of(String id) {
        return new TrackerStory(CATALOGUE.list(new ListId(id)).orElseThrow());
    }

    TrackerStory pool(String... addresses) {
        tracker.pool(new Pool(Stream.of(addresses)
                .map(address -> new PoolMember(IpAddress.parse(address), new TreeSet<>(List.of(new PoolName("a")))))
                .toList()));
        return this;
    }

    /** So many addresses, 192.0.2.1 and on. */
    TrackerStory pool(int size) {
        return pool(addresses(size));
    }

    static String[] addresses(int size) {
        return IntStream.rangeClosed(1, size).mapToObj(i -> "192.0.2." + i).toArray(String[]::new);
    }

    TrackerStory confirm(ConfirmSettings confirm) {
        tracker.confirm(confirm);
        return this;
    }

    TrackerStory pass(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    Pair pair(String address) {
        return new Pair(IpAddress.parse(address), list.id());
    }

    Path path(ResolverId resolver) {
        return new Path(list.id(), Kind.IPV4, resolver);
    }

    Step listed(String address, ResolverId resolver, String... codes) {
        List<Verdict.Hit> hits = Stream.of(codes)
                .map(code -> new Verdict.Hit(
                        code, list.codeFor((int) IpAddress.parse(code).low()).orElseThrow()))
                .toList();
        return observe(address, resolver, new Verdict.Listed(hits, "see AS64500", Duration.ZERO));
    }

    Step clean(String address, ResolverId resolver) {
        return observe(address, resolver, new Verdict.NotListed(Duration.ZERO));
    }

    private Step observe(String address, ResolverId resolver, Verdict verdict) {
        return tracker.observe(
                new Observation(pair(address), verdict, resolver, now, Duration.ZERO, verdict.label()), Kind.IPV4);
    }

    /** The test points of the path are asked and pass; what is proposed is settled. */
    List<Transition> pass(ResolverId resolver) {
        tracker.testLeft(path(resolver));
        return answered(resolver);
    }

    List<Transition> answered(ResolverId resolver) {
        List<Transition> proposals = tracker.testPassed(path(resolver), list, now);
        proposals.forEach(tracker::settle);
        return proposals;
    }

    /** Two looks by different resolvers and passing test points. */
    List<Transition> open(String... addresses) {
        for (String address : addresses) {
            listed(address, ONE, "127.0.0.2");
            listed(address, TWO, "127.0.0.2");
        }
        return pass(TWO);
    }

    List<Transition> close(String... addresses) {
        for (String address : addresses) {
            clean(address, ONE);
            clean(address, TWO);
        }
        return pass(TWO);
    }

    /** Opens and closes the address as often. */
    List<Transition> flap(String address, int times) {
        List<Transition> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(open(address));
            pass(Duration.ofMinutes(10));
            all.addAll(close(address));
            pass(Duration.ofMinutes(10));
        }
        return all;
    }
}
