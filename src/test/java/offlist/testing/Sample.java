package offlist.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import offlist.catalogue.ListId;
import offlist.catalogue.SampleCatalogue;
import offlist.catalogue.Scope;
import offlist.catalogue.Selection;
import offlist.catalogue.Severity;
import offlist.dns.ResolverId;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.IpRange;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.pool.PoolSettings;
import offlist.pool.Target;
import offlist.probe.Health;
import offlist.track.CloseReason;
import offlist.track.ListStatus;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.ResolverState;
import offlist.track.ResolverStatus;
import offlist.track.Status;

/** A mail operator's Sunday noon: two pools, five lists of which two are ill, four open listings and two past ones. */
public final class Sample {
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final String HOSTILE = "Blocked <script>alert('xss')</script> - see \"https://evil.example/\"";

    public static final PoolName TRANSACTIONAL = new PoolName("transactional");
    public static final PoolName MARKETING = new PoolName("marketing");

    private Sample() {}

    public static Selection selection() {
        return SampleCatalogue.selection();
    }

    public static List<PoolSettings> pools() {
        return List.of(
                settings(TRANSACTIONAL, Map.of("team", "mail"), "192.0.2.10", "192.0.2.16/29", "2001:db8::25"),
                settings(MARKETING, Map.of(), "198.51.100.0/28", "192.0.2.10"));
    }

    public static Pool pool() {
        List<PoolMember> members = new ArrayList<>();
        members.add(member("192.0.2.10", TRANSACTIONAL, MARKETING));
        IntStream.range(16, 24).forEach(i -> members.add(member("192.0.2." + i, TRANSACTIONAL)));
        members.add(member("2001:db8::25", TRANSACTIONAL));
        IntStream.range(0, 16).forEach(i -> members.add(member("198.51.100." + i, MARKETING)));
        return new Pool(members);
    }

    public static Status status() {
        return new Status(NOW, pool(), open(), lists(), resolvers());
    }

    public static List<Listing> open() {
        return List.of(
                listing(
                        "L1",
                        "192.0.2.10",
                        "spamhaus-zen",
                        Severity.CRITICAL,
                        "snowshoe",
                        "127.0.0.3",
                        "CSS: low reputation, snowshoe or compromised sending",
                        Optional.of("spamhaus-css"),
                        "https://check.spamhaus.org/query/ip/192.0.2.10",
                        ago(26)),
                listing(
                        "L2",
                        "198.51.100.7",
                        "spamcop",
                        Severity.MAJOR,
                        "spam-source",
                        "127.0.0.2",
                        "recent user reports or spam-trap hits",
                        Optional.empty(),
                        HOSTILE,
                        ago(3)),
                listing(
                        "L3",
                        "198.51.100.8",
                        "spamcop",
                        Severity.MAJOR,
                        "spam-source",
                        "127.0.0.2",
                        "recent user reports or spam-trap hits",
                        Optional.empty(),
                        "",
                        ago(2)),
                listing(
                        "L4",
                        "192.0.2.18",
                        "uceprotect-1",
                        Severity.MINOR,
                        "spam-source",
                        "127.0.0.2",
                        "single address that hit traps, probed or attacked",
                        Optional.empty(),
                        "IP 192.0.2.18 is UCEPROTECT-Level 1 listed",
                        ago(90)));
    }

    public static List<Listing> closed() {
        return List.of(
                closed("L0", "198.51.100.3", "psbl", ago(50), ago(8), CloseReason.DELISTED),
                closed("L00", "192.0.2.99", "spamcop", ago(120), ago(30), CloseReason.LEFT));
    }

    public static List<ListStatus> lists() {
        return List.of(
                list("spamhaus-zen", Health.HEALTHY, 0, Duration.ofMinutes(12), Optional.of(Duration.ofMinutes(14))),
                list("spamcop", Health.HEALTHY, 0, Duration.ofMinutes(9), Optional.of(Duration.ofMinutes(15))),
                list(
                        "barracuda-brbl",
                        new Health(
                                Health.State.REFUSING,
                                "b.barracudacentral.org answers that it will not take questions from 127.0.0.1:53: register the resolver's address with Barracuda, or remove the list from `registered`"),
                        26,
                        Duration.ofHours(5),
                        Optional.empty()),
                new ListStatus(
                        new ListId("house"),
                        Health.HEALTHY,
                        ago(200),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(4),
                        Optional.of(Duration.ofMinutes(4)),
                        "26 addresses every minute are more than the 10 questions a minute this list allows",
                        3,
                        0,
                        Optional.of(Duration.ofMinutes(3)),
                        80_000),
                list(
                        "uceprotect-1",
                        new Health(
                                Health.State.UNREACHABLE,
                                "no answer from dnsbl-1.uceprotect.net through any resolver since 11:20: the list or the way to it is down"),
                        25,
                        Duration.ofMinutes(71),
                        Optional.empty()));
    }

    public static List<ResolverStatus> resolvers() {
        return List.of(
                new ResolverStatus(new ResolverId("127.0.0.1:53"), ResolverState.HEALTHY, ago(300), ""),
                new ResolverStatus(
                        new ResolverId("192.0.2.53:53"),
                        ResolverState.UNREACHABLE,
                        ago(1),
                        "no answer to any question for 60 minutes"));
    }

    public static Instant ago(long hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    private static ListStatus list(
            String id, Health health, int unknown, Duration oldest, Optional<Duration> achieved) {
        return new ListStatus(
                new ListId(id),
                health,
                ago(40),
                Duration.ofMinutes(15),
                Duration.ofMinutes(15),
                achieved,
                "",
                0,
                unknown,
                Optional.of(oldest),
                41_000);
    }

    private static PoolSettings settings(PoolName name, Map<String, String> labels, String... ranges) {
        List<IpRange> addresses =
                java.util.stream.Stream.of(ranges).map(IpRange::parse).toList();
        List<DomainName> none = List.of();
        return new PoolSettings(
                name,
                labels,
                addresses,
                Optional.empty(),
                none,
                none,
                none,
                Optional.empty(),
                PoolSettings.DEFAULT_REFRESH,
                PoolSettings.DEFAULT_HOLD);
    }

    private static PoolMember member(String address, PoolName... pools) {
        return new PoolMember(IpAddress.parse(address), new TreeSet<>(List.of(pools)));
    }

    private static Listing listing(
            String id,
            String address,
            String list,
            Severity severity,
            String reason,
            String answer,
            String meaning,
            Optional<String> sublist,
            String text,
            Instant opened) {
        Target target = Target.parse(address);
        TreeSet<PoolName> pools = new TreeSet<>(
                pool().member(target).map(PoolMember::pools).orElseGet(() -> new TreeSet<>(List.of(MARKETING))));
        return new Listing(
                id,
                target,
                new ListId(list),
                pools,
                severity,
                Scope.ADDRESS,
                reason,
                List.of(new ListedCode(answer, reason, meaning, sublist)),
                text,
                opened,
                Optional.empty(),
                Optional.empty());
    }

    private static Listing closed(
            String id, String address, String list, Instant opened, Instant closed, CloseReason why) {
        Listing l = listing(
                id,
                address,
                list,
                Severity.MAJOR,
                "spam-source",
                "127.0.0.2",
                "hit a trap",
                Optional.empty(),
                "",
                opened);
        return new Listing(
                l.id(),
                l.target(),
                l.list(),
                l.pools(),
                l.severity(),
                l.scope(),
                l.reason(),
                l.codes(),
                l.text(),
                l.openedAt(),
                Optional.of(closed),
                Optional.of(why));
    }
}
