package offlist.delist;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import offlist.pool.PoolName;
import offlist.track.ListedCode;
import offlist.track.Listing;

/** What a list says of all targets of a range: one that joins or changes takes nothing from the others. */
final class Together {
    /** More codes than this tell nothing new. */
    private static final int MOST_CODES = 50;

    private Together() {}

    /** The listing as it counts for a task: as it is, unless others share the task, which then stays about the target it is about. */
    static Listing of(RemovalTask task, Listing later) {
        if (task.covers().isEmpty() || later.covers().isEmpty()) {
            return later;
        }
        boolean worse = later.severity().compareTo(task.severity()) < 0;
        SortedSet<PoolName> pools = new TreeSet<>(task.pools());
        pools.addAll(later.pools());
        List<ListedCode> codes = Stream.concat(task.dossier().codes().stream(), later.codes().stream())
                .distinct()
                .limit(MOST_CODES)
                .toList();
        return new Listing(
                task.listing(),
                task.target(),
                later.list(),
                pools,
                worse ? later.severity() : task.severity(),
                later.scope(),
                worse ? later.reason() : task.reason(),
                codes,
                later.text(),
                task.openedAt(),
                Optional.empty(),
                Optional.empty(),
                later.incident(),
                later.flapping());
    }
}
