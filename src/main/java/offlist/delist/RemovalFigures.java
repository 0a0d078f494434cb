package offlist.delist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What came of asking, in a span of time. Each time that a target, or a range, was listed counts once, whatever became of it
 * before; what nobody asked for counts nowhere.
 *
 * @param requested how often a list was asked, the first request of each listing
 * @param delisted how often a list that was asked let go
 * @param refused how often it said no; what was withdrawn or left the pool counts neither way, nor does what is open
 * @param relisted of {@code delisted}: those listed again within 30 days, as far as is known now
 * @param toRequest from the listing to the first request
 * @param fromRequest from the first request to the delisting
 * @param fromListing from the listing to the delisting
 */
public record RemovalFigures(
        long requested,
        long delisted,
        long refused,
        long relisted,
        Optional<Spread> toRequest,
        Optional<Spread> fromRequest,
        Optional<Spread> fromListing) {
    public static final RemovalFigures NONE = of(List.of(), Instant.MAX);

    /** How long after the end a new listing is held to be the same trouble. */
    static final Duration SOON = Duration.ofDays(30);

    /** @param p90 nine of ten took no longer */
    public record Spread(Duration median, Duration p90) {
        /** Each by its rank, so that it is a time that something really took; empty of nothing. */
        static Optional<Spread> of(List<Duration> times) {
            if (times.isEmpty()) {
                return Optional.empty();
            }
            List<Duration> sorted = times.stream().sorted().toList();
            return Optional.of(new Spread(rank(sorted, 50), rank(sorted, 90)));
        }

        private static Duration rank(List<Duration> sorted, int percent) {
            return sorted.get((sorted.size() * percent + 99) / 100 - 1);
        }
    }

    /** @param since what was asked, or ended, before does not count */
    static RemovalFigures of(List<Episode> episodes, Instant since) {
        List<Episode> requested = new ArrayList<>();
        List<Episode> delisted = new ArrayList<>();
        long refused = 0;
        for (Episode each : episodes) {
            if (!each.requestedAt().isBefore(since)) {
                requested.add(each);
            }
            if (each.closedAt().filter(at -> !at.isBefore(since)).isPresent()) {
                if (each.ended(TaskState.Ending.DELISTED)) {
                    delisted.add(each);
                }
                refused += each.ended(TaskState.Ending.REFUSED) ? 1 : 0;
            }
        }
        return new RemovalFigures(
                requested.size(),
                delisted.size(),
                refused,
                delisted.stream().filter(Episode::relisted).count(),
                spread(requested, each -> Duration.between(each.openedAt(), each.requestedAt())),
                spread(delisted, each -> Duration.between(each.requestedAt(), each.end())),
                spread(delisted, each -> Duration.between(each.openedAt(), each.end())));
    }

    private static Optional<Spread> spread(List<Episode> episodes, Function<Episode, Duration> time) {
        return Spread.of(episodes.stream().map(time).toList());
    }

    /** Of the requests that a list has answered, the part that it granted; empty when it answered none. */
    public OptionalDouble success() {
        return part(delisted, delisted + refused);
    }

    /** Of those let go, the part that was listed again soon; empty when none was let go. */
    public OptionalDouble relapse() {
        return part(relisted, delisted);
    }

    private static OptionalDouble part(long some, long all) {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) some / all);
    }
}
