package offlist.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.catalogue.ListId;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.probe.Health;
import offlist.track.CloseReason;
import offlist.track.Evidence;
import offlist.track.ListHealthChanged;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.Transition;

/** Events as the journal hands them on. */
public final class Events {
    public static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    public static final ListId ZEN = new ListId("spamhaus-zen");
    public static final ListedCode CSS = new ListedCode(
            "127.0.0.3",
            "snowshoe",
            "CSS: low reputation, snowshoe or compromised sending",
            Optional.of("spamhaus-css"));
    public static final ListedCode XBL = new ListedCode(
            "127.0.0.4", "exploited-host", "XBL: infected or hijacked host", Optional.of("spamhaus-xbl"));

    private Events() {}

    public static Listing listing(String address) {
        return listing(address, ZEN, Severity.CRITICAL, "transactional");
    }

    public static Listing listing(String address, ListId list, Severity severity, String... pools) {
        return new Listing(
                "L-" + address + "-" + list,
                Target.parse(address),
                list,
                pools(pools),
                severity,
                Scope.ADDRESS,
                "snowshoe",
                List.of(CSS),
                "https://check.spamhaus.org/query/ip/" + address,
                T0,
                Optional.empty(),
                Optional.empty());
    }

    /** The same target listed once more. */
    public static Listing later(Listing l, String id, Instant at) {
        return new Listing(
                id,
                l.target(),
                l.list(),
                l.pools(),
                l.severity(),
                l.scope(),
                l.reason(),
                l.codes(),
                l.text(),
                at,
                Optional.empty(),
                Optional.empty());
    }

    /** The same listing as one of several that belong together. */
    public static Listing of(String incident, Listing l) {
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
                l.closedAt(),
                l.closedBecause(),
                incident,
                l.flapping());
    }

    /** The same listing as one of a whole range. */
    public static Listing range(String range, Listing l) {
        return new Listing(
                l.id(),
                l.target(),
                l.list(),
                l.pools(),
                l.severity(),
                Scope.RANGE,
                l.reason(),
                l.codes(),
                l.text(),
                l.openedAt(),
                l.closedAt(),
                l.closedBecause(),
                l.list() + "/" + l.reason() + "/" + range,
                l.flapping());
    }

    /** One of many openings or closings within a turn. */
    public static Transition in(String wave, Transition transition) {
        Evidence evidence = new Evidence(List.of(), Optional.empty(), Optional.of(wave));
        return switch (transition) {
            case Transition.Opened o -> new Transition.Opened(o.id(), o.at(), o.listing(), evidence);
            case Transition.Changed c -> new Transition.Changed(c.id(), c.at(), c.listing(), c.before(), evidence);
            case Transition.Closed c -> new Transition.Closed(c.id(), c.at(), c.listing(), evidence);
        };
    }

    public static SortedSet<PoolName> pools(String... names) {
        return Stream.of(names).map(PoolName::new).collect(Collectors.toCollection(TreeSet::new));
    }

    public static Transition.Opened opened(Listing listing, Instant at) {
        return new Transition.Opened("open-" + listing.id(), at, listing, Evidence.NONE);
    }

    public static Transition.Changed changed(Listing listing, Instant at) {
        return new Transition.Changed(
                "change-" + listing.id() + "-" + at.getEpochSecond(),
                at,
                with(listing, List.of(CSS, XBL), Optional.empty(), Optional.empty()),
                listing.codes(),
                Evidence.NONE);
    }

    public static Transition.Closed closed(Listing listing, Instant at, CloseReason because) {
        return new Transition.Closed(
                "close-" + listing.id(),
                at,
                with(listing, listing.codes(), Optional.of(at), Optional.of(because)),
                Evidence.NONE);
    }

    public static ListHealthChanged health(ListId list, Health.State before, Health.State state, Instant at) {
        String cause = state == Health.State.HEALTHY ? "" : "the negative test point is listed";
        return new ListHealthChanged("health-" + at.getEpochSecond(), at, list, before, new Health(state, cause));
    }

    public static Listing with(
            Listing l, List<ListedCode> codes, Optional<Instant> closedAt, Optional<CloseReason> because) {
        return new Listing(
                l.id(),
                l.target(),
                l.list(),
                l.pools(),
                l.severity(),
                l.scope(),
                l.reason(),
                codes,
                l.text(),
                l.openedAt(),
                closedAt,
                because,
                l.incident(),
                l.flapping());
    }
}
