package offlist.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.config.Settings;
import offlist.dns.Resolvers;
import offlist.pool.PoolKeeper;
import offlist.pool.PoolSettings;
import offlist.pool.YieldStore;
import offlist.schedule.Plan;
import offlist.schedule.Planner;
import offlist.schedule.PollLoop;

/**
 * How a daemon with these settings would ask. The pool is what is written in the settings and in files: nothing is asked
 * to learn more, so members that only DNS knows are not in it.
 */
final class Plans {
    private final Map<ListId, Plan> plans;

    private Plans(Map<ListId, Plan> plans) {
        this.plans = plans;
    }

    /**
     * A list in use has the plan that the daemon makes, whatever is shown; any other the one that it would have if all that
     * are shown were in use as well.
     */
    static Plans of(Settings settings, Resolvers resolvers, List<WatchedList> shown) {
        Map<Kind, Integer> pool = pool(settings, resolvers);
        Duration interval = settings.interval().orElse(Settings.DEFAULT_INTERVAL);
        Map<ListId, WatchedList> lists = new LinkedHashMap<>();
        WatchedLists.of(settings).forEach(list -> lists.put(list.id(), list));
        Map<ListId, Plan> inUse = plans(lists.values(), pool, interval);
        shown.forEach(list -> lists.putIfAbsent(list.id(), list));
        Map<ListId, Plan> plans = new HashMap<>(plans(lists.values(), pool, interval));
        plans.putAll(inUse);
        return new Plans(plans);
    }

    private static Map<ListId, Plan> plans(Collection<WatchedList> lists, Map<Kind, Integer> pool, Duration interval) {
        return Planner.plans(
                lists.stream()
                        .map(list -> list.asking(targets(list, pool), paths(list, pool), 1))
                        .toList(),
                interval);
    }

    /** The plan of a list; empty for one that is neither in use nor shown. */
    Optional<Plan> of(WatchedList list) {
        return Optional.ofNullable(plans.get(list.id()));
    }

    private static Map<Kind, Integer> pool(Settings settings, Resolvers resolvers) {
        PoolKeeper keeper = new PoolKeeper(
                resolvers.lookups(WatchedLists.resolvers(settings), Duration.ofSeconds(1), 1),
                YieldStore.inMemory(),
                InstantSource.system());
        keeper.configure(settings.pools().stream().map(Plans::written).toList());
        Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
        keeper.refreshAll().pool().targets().forEach(target -> kinds.merge(PollLoop.kindOf(target), 1, Integer::sum));
        return kinds;
    }

    private static PoolSettings written(PoolSettings pool) {
        return new PoolSettings(
                pool.name(),
                pool.labels(),
                pool.addresses(),
                pool.file(),
                List.of(),
                List.of(),
                pool.domains(),
                pool.helo(),
                false,
                pool.maxAddresses(),
                pool.refresh(),
                pool.holdShrunk());
    }

    private static int targets(WatchedList list, Map<Kind, Integer> pool) {
        return list.asked().list().kinds().stream()
                .mapToInt(kind -> pool.getOrDefault(kind, 0))
                .sum();
    }

    private static int paths(WatchedList list, Map<Kind, Integer> pool) {
        long kinds =
                list.asked().list().kinds().stream().filter(pool::containsKey).count();
        return (int) kinds * list.asked().resolvers().size();
    }
}
