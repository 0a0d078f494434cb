package offlist.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import offlist.delist.Figures;
import offlist.delist.RemovalFigures;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking lists to let go, as programs see it.
 *
 * @param at when it was reckoned, null before the first time
 * @param days how far back it looks
 */
public record FiguresView(@Nullable Instant at, long days, Figure all, List<OfList> lists, List<OfPool> pools) {
    public record OfList(String list, Figure figures) {}

    public record OfPool(String pool, Figure figures) {}

    /**
     * Numbers of one list or pool; null is not known.
     *
     * @param requested first requests
     * @param success part of the answered requests that were granted
     * @param relapse part of those let go that were listed again within 30 days
     */
    public record Figure(
            long requested,
            long delisted,
            long refused,
            long relisted,
            @Nullable Double success,
            @Nullable Double relapse,
            @Nullable Spread toRequest,
            @Nullable Spread fromRequest,
            @Nullable Spread fromListing) {
        static Figure of(RemovalFigures figures) {
            return new Figure(
                    figures.requested(),
                    figures.delisted(),
                    figures.refused(),
                    figures.relisted(),
                    part(figures.success()),
                    part(figures.relapse()),
                    spread(figures.toRequest()),
                    spread(figures.fromRequest()),
                    spread(figures.fromListing()));
        }
    }

    public record Spread(double medianSeconds, double p90Seconds) {}

    static FiguresView of(Figures figures) {
        return new FiguresView(
                figures.at().equals(Instant.EPOCH) ? null : figures.at(),
                Figures.SPAN.toDays(),
                Figure.of(figures.all()),
                figures.lists().entrySet().stream()
                        .map(each -> new OfList(each.getKey().value(), Figure.of(each.getValue())))
                        .toList(),
                figures.pools().entrySet().stream()
                        .map(each -> new OfPool(each.getKey().value(), Figure.of(each.getValue())))
                        .toList());
    }

    private static @Nullable Double part(OptionalDouble part) {
        return part.isPresent() ? part.getAsDouble() : null;
    }

    private static @Nullable Spread spread(Optional<RemovalFigures.Spread> spread) {
        return spread.map(each -> new Spread(seconds(each.median()), seconds(each.p90())))
                .orElse(null);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
