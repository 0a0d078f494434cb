package offlist.delist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import offlist.catalogue.ListId;
import offlist.pool.PoolName;
import offlist.store.Database;
import offlist.store.Row;
import offlist.store.Tx;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking lists to let go: of all, of each list, and of each pool. What is in two pools counts in both.
 *
 * @param at when it was reckoned
 */
public record Figures(
        Instant at,
        RemovalFigures all,
        SortedMap<ListId, RemovalFigures> lists,
        SortedMap<PoolName, RemovalFigures> pools) {
    /** How far back figures look. */
    public static final Duration SPAN = Duration.ofDays(90);

    /** More of them, the newest, tell nothing else. */
    private static final int MOST = 100_000;

    private static final String EPISODES = """
            SELECT e.list, e.pools, e.opened_at, e.requested_at, e.closed_at, e.closed_as, later.opened_at AS next_at
            FROM removal_episode e LEFT JOIN removal_episode later ON later.task = e.task AND later.n = e.n + 1
            WHERE e.requested_at IS NOT NULL AND (e.requested_at >= ? OR e.closed_at >= ?)
            ORDER BY e.requested_at DESC LIMIT ?""";

    /** Before anything was reckoned. */
    static final Figures NONE = new Figures(Instant.EPOCH, RemovalFigures.NONE, new TreeMap<>(), new TreeMap<>());

    /** Where rows come from: a transaction, or the store without one. */
    private interface Rows {
        List<Episode> query(String sql, Function<Row, Episode> mapper, @Nullable Object... parameters);
    }

    static Figures read(Database database, Instant now) {
        return of(rows(database::query, now.minus(SPAN)), now);
    }

    /** Of all lists and pools together. */
    public static RemovalFigures since(Tx tx, Instant since) {
        return RemovalFigures.of(rows(tx::query, since), since);
    }

    private static List<Episode> rows(Rows rows, Instant since) {
        return rows.query(EPISODES, Episode::of, since, since, MOST);
    }

    private static Figures of(List<Episode> episodes, Instant now) {
        Instant since = now.minus(SPAN);
        SortedMap<ListId, List<Episode>> lists = new TreeMap<>();
        SortedMap<PoolName, List<Episode>> pools = new TreeMap<>();
        for (Episode each : episodes) {
            lists.computeIfAbsent(each.list(), list -> new ArrayList<>()).add(each);
            each.pools()
                    .forEach(pool -> pools.computeIfAbsent(pool, name -> new ArrayList<>())
                            .add(each));
        }
        return new Figures(now, RemovalFigures.of(episodes, since), figures(lists, since), figures(pools, since));
    }

    private static <K extends Comparable<K>> SortedMap<K, RemovalFigures> figures(
            SortedMap<K, List<Episode>> episodes, Instant since) {
        SortedMap<K, RemovalFigures> figures = new TreeMap<>();
        episodes.forEach((key, some) -> figures.put(key, RemovalFigures.of(some, since)));
        return figures;
    }
}
