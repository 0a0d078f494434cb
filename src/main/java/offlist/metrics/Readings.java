package offlist.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import offlist.catalogue.ListId;
import offlist.catalogue.Selection;
import offlist.pool.PoolName;
import offlist.track.Severities;

/** What other stages keep and Prometheus wants to see; asked for at each scrape, so every answer is cheap. */
public interface Readings {
    /** The pools that are configured, empty ones too. */
    List<PoolName> pools();

    /** The lists that are asked, and the catalogue they come from. */
    Selection selection();

    /** How bad listings are for single pools. */
    Severities severities();

    /** How many removal tasks of a list are in which state, zeros included. */
    List<TaskCount> tasks();

    /** What came of asking lists to let go, by list and by pool. */
    Removal removal();

    /** What each receiver is still owed, those that are owed nothing included. */
    List<Owed> owed();

    /** Age of the oldest event that the bus has not taken, empty when it has taken all. */
    Optional<Duration> oldestEvent();

    List<SourceState> sources();

    /** Where bounces come from by themselves. */
    List<BounceSourceState> bounceSources();

    Reload reload();

    record TaskCount(ListId list, String state, long count) {}

    /** Lists and pools that nothing was asked for are absent. */
    record Removal(Map<String, RemovalFigure> lists, Map<String, RemovalFigure> pools) {
        public Removal {
            lists = Map.copyOf(lists);
            pools = Map.copyOf(pools);
        }
    }

    /**
     * @param success part of the answered requests that were granted, empty when none was answered
     * @param relapse part of those let go that were listed again, empty when none was let go
     */
    record RemovalFigure(long requests, OptionalDouble success, OptionalDouble relapse, List<RemovalTime> times) {
        public RemovalFigure {
            times = List.copyOf(times);
        }
    }

    /** @param span and percentile: values of the labels of the same names */
    record RemovalTime(String span, String percentile, Duration time) {}

    /** @param oldest age of the oldest message, empty when none is pending */
    record Owed(String receiver, long pending, Optional<Duration> oldest) {}

    /** @param source as people name it: {@code file}, {@code spf example.com} */
    record SourceState(PoolName pool, String source, boolean ok) {}

    /** @param source as people name it: {@code Maildir /var/mail/bounces} */
    record BounceSourceState(String source, boolean ok) {}

    /**
     * @param successful whether the last reading of the configuration was taken
     * @param at when a configuration was last taken
     */
    record Reload(boolean successful, Instant at) {}
}
