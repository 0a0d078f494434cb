package offlist.web;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import offlist.journal.PoolHistory;
import offlist.journal.SqlJournal;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.store.Database;
import offlist.testing.Sample;
import offlist.track.PoolMembershipChanged;

/** How the pools of the sample came about: all at once, then one address left and another one joined. */
final class SampleHistory {
    static final Instant BEGIN = Instant.parse("2026-11-01T08:00:00Z");
    static final Instant LEFT = Instant.parse("2026-11-20T09:00:00Z");
    static final Instant JOINED = Instant.parse("2026-11-21T09:00:00.123Z");

    private SampleHistory() {}

    static PoolHistory of(Database database) {
        SqlJournal journal = new SqlJournal(database);
        journal.commit(Sample.pool().members().stream()
                .filter(member -> !member.target().text().equals("192.0.2.23"))
                .map(member -> event(BEGIN, member.target().text(), member.pools(), true))
                .toList());
        SortedSet<PoolName> one = new TreeSet<>(List.of(Sample.TRANSACTIONAL));
        Stream.of(event(BEGIN, "192.0.2.99", one, true), event(LEFT, "192.0.2.99", one, false))
                .forEach(each -> journal.commit(List.of(each)));
        journal.commit(List.of(event(JOINED, "192.0.2.23", one, true)));
        return new PoolHistory(database);
    }

    private static PoolMembershipChanged event(Instant at, String address, SortedSet<PoolName> pools, boolean joined) {
        return new PoolMembershipChanged(at + address + joined, at, Target.parse(address), pools, joined);
    }
}
