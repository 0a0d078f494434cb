package offlist.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import offlist.journal.PoolHistory;
import offlist.journal.PoolHistory.Changes;
import offlist.pool.DomainName;
import offlist.pool.PoolName;
import offlist.store.Outbox;
import offlist.track.Status;
import offlist.web.Problem.Kind;

/** The addresses of a pool for recipients who want to allow them. */
final class AllowAnswers {
    private static final int LONGEST_NAME = 100;

    private final Sources sources;
    private final PoolHistory history;
    /** What was last made of each pool: a recipient asks often, and the addresses are seldom others. */
    private final Map<PoolName, AllowList> made = new ConcurrentHashMap<>();

    AllowAnswers(Sources sources, PoolHistory history) {
        this.sources = sources;
        this.history = history;
    }

    AllowList list(String pool) {
        PoolName name = new Wanted(sources.setup()).pool(pool).name();
        Status now = sources.board().now();
        AllowList before = made.get(name);
        if (before != null && before.pool() == now.pool()) {
            return before;
        }
        AllowList list = list(name, now, Optional.ofNullable(before));
        made.put(name, list);
        return list;
    }

    private AllowList list(PoolName name, Status now, Optional<AllowList> before) {
        String mark = AllowList.mark(now.pool(), name);
        Optional<Instant> changedAt = before.filter(list -> list.mark().equals(mark))
                .map(AllowList::changedAt)
                .orElseGet(() -> history.changed(name));
        return new AllowList(name, now.pool(), mark, changedAt);
    }

    Instant now() {
        return sources.board().now().at();
    }

    Changes.Known since(AllowList list, Instant since) {
        return switch (history.since(list.name(), list.pool(), since, now())) {
            case Changes.Known known -> known;
            case Changes.NotKept gone ->
                throw new ProblemException(
                        Kind.NOT_KNOWN_ANY_MORE,
                        "changes since " + since + " are not known: they are kept for " + Outbox.KEPT.toDays()
                                + " days, from the first start on; take the whole list");
            case Changes.TooMany many ->
                throw new ProblemException(
                        Kind.NOT_KNOWN_ANY_MORE,
                        "more than " + PoolHistory.MOST + " changes since " + since + "; take the whole list");
        };
    }

    SpfRecords spf(AllowList list, DomainName name) {
        return SpfRecords.of(name, list.networks().iterator())
                .orElseThrow(() -> new ProblemException(Kind.DOES_NOT_FIT, tooLarge(list)));
    }

    static String tooLarge(AllowList list) {
        return "the addresses of " + list.name() + " make " + list.networks().count()
                + " networks, more than fit into the " + SpfRecords.MOST_LOOKUPS
                + " look-ups that SPF allows: give the pool whole networks, divide it by the domains that send from"
                + " it, or publish the addresses one by one and use the mechanism"
                + " `exists:%{i}._spf.example.com`; a shorter name helps a little";
    }

    static DomainName name(AllowList list, Optional<String> wanted) {
        return wanted.map(text -> DomainName.tryParse(text)
                        .filter(name -> name.text().length() <= LONGEST_NAME)
                        .orElseThrow(() ->
                                Wanted.wrong("name", text, "a domain name of at most " + LONGEST_NAME + " characters")))
                .orElseGet(() -> new DomainName("_spf."
                        + list.name()
                                .value()
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9]+", "-")
                                .replaceAll("-$", "")
                        + ".example.com"));
    }

    /** The records as a part of a zone file. */
    static Stream<String> zoneFile(AllowList list, SpfRecords spf, DomainName name) {
        Stream<String> about = Stream.of(
                "; " + list.count().v4() + " IPv4 and " + list.count().v6() + " IPv6 addresses of the pool "
                        + list.name() + " for SPF (RFC 7208).",
                "; Publish this, then put include:" + name.text()
                        + " into the SPF record of each domain that sends from them.",
                "; That takes " + spf.lookups() + " of the " + SpfRecords.MOST_LOOKUPS
                        + " DNS look-ups that the record of a domain may take.");
        return Stream.concat(about, spf.records().stream().map(SpfRecords.Entry::line));
    }
}
