package offlist.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import offlist.catalogue.ListId;
import offlist.catalogue.Selection;
import offlist.pool.PoolName;
import offlist.testing.Sample;
import offlist.track.Severities;

/** What the other stages would say. */
public final class SampleReadings implements Readings {
    boolean locked;
    Severities severities = Severities.NONE;
    Selection selection = Sample.selection();

    @Override
    public List<PoolName> pools() {
        return List.of(Sample.TRANSACTIONAL, Sample.MARKETING, new PoolName("empty"));
    }

    @Override
    public Selection selection() {
        return selection;
    }

    @Override
    public Severities severities() {
        return severities;
    }

    @Override
    public List<TaskCount> tasks() {
        if (locked) {
            throw new IllegalStateException("the database is locked");
        }
        return List.of(
                new TaskCount(new ListId("spamcop"), "open", 2), new TaskCount(new ListId("spamcop"), "done", 0));
    }

    @Override
    public Removal removal() {
        RemovalFigure some = new RemovalFigure(
                3,
                OptionalDouble.of(0.5),
                OptionalDouble.empty(),
                List.of(new RemovalTime("request_to_delisting", "90", Duration.ofHours(18))));
        return new Removal(Map.of("spamcop", some), Map.of("transactional", some));
    }

    @Override
    public List<Owed> owed() {
        return List.of(
                new Owed("ops", 2, Optional.of(Duration.ofSeconds(90))), new Owed("postmaster", 0, Optional.empty()));
    }

    @Override
    public Optional<Duration> oldestEvent() {
        return Optional.of(Duration.ofSeconds(7));
    }

    @Override
    public List<SourceState> sources() {
        return List.of(new SourceState(Sample.TRANSACTIONAL, "spf example.com", false));
    }

    @Override
    public List<BounceSourceState> bounceSources() {
        return List.of(new BounceSourceState("Maildir /var/mail/bounces", true));
    }

    @Override
    public Reload reload() {
        return new Reload(true, Sample.ago(5));
    }
}
