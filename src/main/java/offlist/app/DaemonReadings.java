package offlist.app;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import offlist.alert.AlertPump;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ListId;
import offlist.catalogue.Selection;
import offlist.delist.TaskState;
import offlist.metrics.Readings;
import offlist.pool.PoolName;
import offlist.pool.PoolSettings;
import offlist.pool.SourceStatus;
import offlist.track.Severities;

/** What the metrics want to see of the daemon. */
record DaemonReadings(Daemon daemon) implements Readings {
    @Override
    public List<PoolName> pools() {
        return daemon.settings().settings().pools().stream()
                .map(PoolSettings::name)
                .toList();
    }

    @Override
    public Selection selection() {
        return daemon.settings().settings().lists();
    }

    @Override
    public Severities severities() {
        return daemon.settings().settings().severities();
    }

    @Override
    public List<TaskCount> tasks() {
        Map<String, Long> counts = new HashMap<>();
        daemon.tasks().counts().forEach(count -> counts.put(count.list() + " " + count.state(), count.tasks()));
        return selection().asked().stream()
                .map(ChosenList::id)
                .flatMap(list -> TaskState.LABELS.stream().map(state -> count(counts, list, state)))
                .toList();
    }

    private static TaskCount count(Map<String, Long> counts, ListId list, String state) {
        return new TaskCount(list, state, counts.getOrDefault(list + " " + state, 0L));
    }

    @Override
    public Removal removal() {
        return RemovalReadings.of(daemon.figures().now(), selection(), pools());
    }

    @Override
    public List<Owed> owed() {
        AlertPump alerts = daemon.alerts();
        Instant now = Instant.now();
        return alerts.receivers().stream()
                .map(receiver -> new Owed(receiver, alerts.pending(receiver), alerts.oldest(receiver, now)))
                .toList();
    }

    @Override
    public List<SourceState> sources() {
        return daemon.sources().stream()
                .map(source -> new SourceState(source.pool(), source.id(), isOk(source.status())))
                .toList();
    }

    private static boolean isOk(SourceStatus status) {
        return status == SourceStatus.OK || status == SourceStatus.EMPTY;
    }

    @Override
    public Reload reload() {
        return new Reload(daemon.settings().successful(), daemon.settings().takenAt());
    }
}
