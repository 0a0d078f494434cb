package offlist.pool;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One source with its last good answer. Always true:
 *
 * <ol>
 *   <li>An answer that is not believed changes nothing but the state.
 *   <li>What is believed was kept in the store before it counts.
 * </ol>
 */
final class KeptSource {
    /** A source that fails is tried again sooner than one that works. */
    private static final Duration RETRY = Duration.ofMinutes(1);
    /** An unchanged answer is stored again only this often, so that a restart knows about when it was good. */
    private static final Duration RESTORE = Duration.ofHours(1);

    private final YieldStore store;
    private PoolSource source;
    private PoolSettings settings;
    private Optional<StoredYield> good;
    private Optional<Instant> goodAt;
    private List<DomainName> domains;
    private Optional<Instant> shrunkSince = Optional.empty();
    private SourceStatus status = SourceStatus.WAITING;
    private String message = "not read yet";
    private List<String> notes = List.of();
    private Instant since;
    private Instant due;

    KeptSource(PoolSource source, PoolSettings settings, YieldStore store, Instant now) {
        this.source = source;
        this.settings = settings;
        this.store = store;
        this.good = source.kind().inline() ? Optional.empty() : store.last(source.id());
        this.goodAt = good.map(StoredYield::at);
        this.domains = good.map(StoredYield::domains).orElse(List.of());
        this.since = now;
        this.due = now;
    }

    /** The same source under changed settings; it is due at once. */
    void settings(PoolSource newSource, PoolSettings newSettings, Instant now) {
        source = newSource;
        settings = newSettings;
        due = now;
    }

    PoolSource source() {
        return source;
    }

    boolean due(Instant now) {
        return !now.isBefore(due);
    }

    void makeDue(Instant now) {
        due = now;
    }

    PoolLimits limits() {
        return new PoolLimits(settings.maxAddresses());
    }

    /** What it adds to the pool now. */
    RangeSet addresses() {
        return good.map(StoredYield::addresses).orElse(RangeSet.EMPTY);
    }

    List<DomainName> domains() {
        return domains;
    }

    /** Reads the source; {@code others} are what the sources before it add to the same pool. */
    void read(RangeSet others, Instant now) {
        switch (source.read(others)) {
            case Yield.Failed failed -> fail(failed.message(), now);
            case Yield.Members members -> weigh(members, others, now);
            case Yield.Incomplete some -> weigh(beside(some), others, now);
        }
    }

    private Yield.Members beside(Yield.Incomplete some) {
        TreeSet<DomainName> all = new TreeSet<>(domains);
        all.addAll(some.domains());
        return new Yield.Members(addresses(), List.copyOf(all), some.notes());
    }

    /** Says that what it adds has no room any more. */
    void crowdedOut(String why, Instant now) {
        fail(why, now);
    }

    private void weigh(Yield.Members members, RangeSet others, Instant now) {
        Optional<String> tooMany = limits().refuses(others.with(members.addresses()));
        if (tooMany.isPresent()) {
            fail(tooMany.get(), now);
        } else if (shrunk(members)) {
            hold(members, now);
        } else {
            believe(members, now);
        }
    }

    private boolean shrunk(Yield.Members latest) {
        return !source.kind().inline()
                && size(latest.addresses(), latest.domains())
                                .multiply(BigInteger.TWO)
                                .compareTo(size(addresses(), domains))
                        < 0;
    }

    private static BigInteger size(RangeSet addresses, List<DomainName> domains) {
        return addresses.size().add(BigInteger.valueOf(domains.size()));
    }

    private void hold(Yield.Members members, Instant now) {
        Instant began = shrunkSince.orElse(now);
        Instant end = began.plus(settings.holdShrunk());
        if (!now.isBefore(end)) {
            believe(members, now);
            return;
        }
        shrunkSince = Optional.of(began);
        notes = members.notes();
        become(
                SourceStatus.HELD,
                "yields " + size(members.addresses(), members.domains())
                        + (members.domains().isEmpty() ? " addresses after " : " names after ")
                        + size(addresses(), domains) + ", believed if it stays so until " + end,
                now);
        due = earlier(now.plus(settings.refresh()), end);
    }

    private void believe(Yield.Members members, Instant now) {
        boolean fresh = good.filter(last -> last.addresses().equals(members.addresses())
                        && last.domains().equals(members.domains())
                        && now.isBefore(last.at().plus(RESTORE)))
                .isPresent();
        if (!fresh) {
            StoredYield latest = new StoredYield(now, members.addresses(), members.domains());
            if (!source.kind().inline()) {
                store.keep(source.id(), latest);
            }
            good = Optional.of(latest);
        }
        goodAt = Optional.of(now);
        domains = members.domains();
        notes = members.notes();
        shrunkSince = Optional.empty();
        boolean empty = members.addresses().isEmpty() && members.domains().isEmpty();
        become(
                empty ? SourceStatus.EMPTY : SourceStatus.OK,
                empty ? members.notes().stream().findFirst().orElse("yields no address") : "",
                now);
        due = now.plus(settings.refresh());
    }

    private void fail(String why, Instant now) {
        become(SourceStatus.FAILED, why, now);
        due = now.plus(settings.refresh().compareTo(RETRY) < 0 ? settings.refresh() : RETRY);
    }

    private void become(SourceStatus next, String why, Instant now) {
        since = status == next ? since : now;
        status = next;
        message = why;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    SourceState state(RangeSet counted) {
        int size = counted.size().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue() + domains.size();
        return new SourceState(source.id(), source.pool(), source.kind(), status, message, notes, since, size, goodAt);
    }
}
