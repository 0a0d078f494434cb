package offlist.app;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import offlist.config.Settings;
import offlist.delist.RemovalTask;
import offlist.delist.TaskDesk;
import offlist.pool.DomainName;
import offlist.pool.PoolSettings;
import offlist.ready.Readiness;
import offlist.ready.Sender;

/** Looks, for one task after the other, whether its list would let go, and whether it should have by now. */
final class RemovalLooks {
    /** Each may take seconds; between them there is time to stop. */
    private static final int AT_ONCE = 3;

    private final TaskDesk desk;
    private final Supplier<Settings> settings;
    private final Function<Settings, Readiness> readiness;

    RemovalLooks(TaskDesk desk, Supplier<Settings> settings, Function<Settings, Readiness> readiness) {
        this.desk = desk;
        this.settings = settings;
        this.readiness = readiness;
    }

    int step() {
        int late = desk.overdue();
        List<RemovalTask> due = desk.toLookAt(AT_ONCE);
        if (!due.isEmpty()) {
            Settings now = settings.get();
            Readiness looks = readiness.apply(now);
            due.forEach(task -> desk.looked(task.id(), looks.of(task.target(), sender(task, now))));
        }
        return late + due.size();
    }

    private static Sender sender(RemovalTask task, Settings now) {
        return new Sender(of(task, now, PoolSettings::domains), of(task, now, PoolSettings::helo));
    }

    private static List<DomainName> of(RemovalTask task, Settings now, Function<PoolSettings, List<DomainName>> names) {
        Stream<PoolSettings> pools =
                now.pools().stream().filter(pool -> task.pools().contains(pool.name()));
        return pools.flatMap(pool -> names.apply(pool).stream()).distinct().toList();
    }
}
