package offlist.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import offlist.pool.IpAddress;
import offlist.pool.Pool;
import offlist.pool.PoolName;
import offlist.store.Database;
import offlist.store.Outbox;
import offlist.store.OutboxEntry;
import offlist.store.Row;
import offlist.track.EventJson;
import offlist.track.PoolMembershipChanged;

/**
 * Who joined a pool and who left it, as far as the outbox still holds it. Threads may share it.
 *
 * <p>An event says in which pools an address is, not in which it was. Where that cannot be found any more, the address counts
 * as changed: to add one that is there, or to remove one that is not, does no harm.
 */
public final class PoolHistory {
    /** More changes than this are not worth telling one by one. */
    public static final int MOST = 20_000;

    private static final String MEMBERSHIP = "o.type IN ('offlist.pool.joined', 'offlist.pool.left')";
    private static final String COLUMNS = "SELECT o.seq, o.id, o.type, o.subject, o.at, o.body, m.joined_at"
            + " FROM outbox o LEFT JOIN member m ON m.address = o.subject WHERE " + MEMBERSHIP;

    private final Database database;

    public PoolHistory(Database database) {
        this.database = database;
    }

    /** What became of a pool since a time. */
    public sealed interface Changes {
        /** Whoever does this to the addresses of that time, or of any later one, has those of today. */
        record Known(SortedSet<IpAddress> added, SortedSet<IpAddress> removed) implements Changes {}

        /** It is longer ago than anything is kept. */
        record NotKept() implements Changes {}

        /** More than {@link #MOST}. */
        record TooMany() implements Changes {}
    }

    /**
     * @param now the pools of today
     * @param at the time of today
     */
    public Changes since(PoolName pool, Pool now, Instant time, Instant at) {
        Instant since = time.truncatedTo(ChronoUnit.MILLIS); // as the store keeps them
        if (!kept(since, at)) {
            return new Changes.NotKept();
        }
        List<Kept> events =
                database.query(COLUMNS + " AND o.at >= ? ORDER BY o.seq LIMIT ?", PoolHistory::kept, since, MOST + 1);
        return events.size() > MOST ? new Changes.TooMany() : changes(pool, now, stories(events), since);
    }

    /** When the addresses of a pool last changed; empty when that is longer ago than is kept. */
    public Optional<Instant> changed(PoolName pool) {
        return database.query(COLUMNS + " ORDER BY o.seq DESC LIMIT ?", PoolHistory::kept, MOST).stream()
                .filter(kept -> kept.address().isPresent())
                .filter(kept -> kept.in(pool) || kept.moved())
                .map(Kept::at)
                .findFirst();
    }

    /** Whether everything that happened since is there: the oldest entry is older, or nothing so young is forgotten. */
    private boolean kept(Instant since, Instant at) {
        boolean older = !database.query("SELECT 1 AS it FROM outbox WHERE at <= ? LIMIT 1", row -> true, since)
                .isEmpty();
        return older || !since.isBefore(at.minus(Outbox.KEPT)) && wereThere(since);
    }

    private boolean wereThere(Instant since) {
        return !database.query("SELECT 1 AS it FROM member WHERE joined_at <= ? LIMIT 1", row -> true, since)
                .isEmpty();
    }

    private static Map<IpAddress, Story> stories(List<Kept> events) {
        Map<IpAddress, Story> stories = new LinkedHashMap<>();
        events.forEach(event -> event.address()
                .ifPresent(address -> stories.computeIfAbsent(address, key -> new Story(event))
                        .add(event)));
        return stories;
    }

    private Changes changes(PoolName pool, Pool now, Map<IpAddress, Story> stories, Instant since) {
        Set<IpAddress> unclear = stories.entrySet().stream()
                .filter(story -> story.getValue().was(pool, since) == Was.UNKNOWN)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        Map<IpAddress, Kept> before = unclear.isEmpty() ? Map.of() : before(unclear, since);
        boolean nothingForgotten = !unclear.isEmpty() && whole();
        SortedSet<IpAddress> added = new TreeSet<>();
        SortedSet<IpAddress> removed = new TreeSet<>();
        stories.forEach((address, story) -> {
            Was was = Optional.ofNullable(before.get(address))
                    .map(last -> last.in(pool) && last.event().joined() ? Was.IN : Was.OUT)
                    .orElseGet(() -> nothingForgotten && unclear.contains(address) ? Was.OUT : story.was(pool, since));
            boolean is =
                    now.pools(address).filter(pools -> pools.contains(pool)).isPresent();
            if (is && was != Was.IN) {
                added.add(address);
            } else if (!is && was != Was.OUT) {
                removed.add(address);
            }
        });
        return new Changes.Known(added, removed);
    }

    /** Whether the first entry of all is still there. */
    private boolean whole() {
        return !database.query("SELECT 1 AS it FROM outbox WHERE seq <= 1", row -> true)
                .isEmpty();
    }

    /** The last thing that is kept of each of them from before. */
    private Map<IpAddress, Kept> before(Set<IpAddress> addresses, Instant since) {
        Map<IpAddress, Kept> last = new LinkedHashMap<>();
        long position = 0;
        List<Kept> page = new ArrayList<>();
        do {
            page = database.query(
                    COLUMNS + " AND o.at < ? AND o.seq > ? ORDER BY o.seq LIMIT 1000",
                    PoolHistory::kept,
                    since,
                    position);
            for (Kept kept : page) {
                position = kept.seq();
                kept.address().filter(addresses::contains).ifPresent(address -> last.put(address, kept));
            }
        } while (!page.isEmpty());
        return last;
    }

    private static Kept kept(Row row) {
        OutboxEntry entry = OutboxEntry.of(row);
        PoolMembershipChanged event =
                (PoolMembershipChanged) EventJson.decode(entry).orElseThrow();
        return new Kept(entry.seq(), entry.at(), event, row.optionalTime("joined_at"));
    }

    private enum Was {
        IN,
        OUT,
        UNKNOWN
    }

    /** @param memberSince of an address that is in some pool today, since when without a break */
    private record Kept(long seq, Instant at, PoolMembershipChanged event, Optional<Instant> memberSince) {
        Optional<IpAddress> address() {
            return event.target() instanceof IpAddress address ? Optional.of(address) : Optional.empty();
        }

        boolean in(PoolName pool) {
            return event.pools().contains(pool);
        }

        /** Whether the address may have been in other pools before. */
        boolean moved() {
            return event.joined()
                    && memberSince.filter(since -> !since.isBefore(at)).isEmpty();
        }
    }

    /** What happened to one address. */
    private static final class Story {
        private final Kept first;
        private boolean left;

        Story(Kept first) {
            this.first = first;
        }

        void add(Kept event) {
            left |= !event.event().joined();
        }

        Was was(PoolName pool, Instant since) {
            if (!first.event().joined()) {
                return first.in(pool) ? Was.IN : Was.OUT;
            }
            boolean fresh = !left
                    && first.memberSince()
                            .filter(joined -> !joined.isBefore(since))
                            .isPresent();
            return fresh ? Was.OUT : Was.UNKNOWN;
        }
    }
}
