package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.alert.AlertPump;
import offlist.catalogue.Selection;
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
        return TaskReadings.of(daemon.tasks().counts(), selection());
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
    public Optional<Duration> oldestEvent() {
        return daemon.oldestEvent();
    }

    @Override
    public List<SourceState> sources() {
        return daemon.sources().stream()
                .map(source -> new SourceState(source.pool(), source.id(), isOk(source.status())))
                .toList();
    }

    @Override
    public List<BounceSourceState> bounceSources() {
        return daemon.bounceSources().stream()
                .map(source ->
                        new BounceSourceState(source.name(), source.trouble().isEmpty()))
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
