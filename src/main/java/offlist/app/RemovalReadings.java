package offlist.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import offlist.catalogue.ChosenList;
import offlist.catalogue.Selection;
import offlist.delist.Figures;
import offlist.delist.RemovalFigures;
import offlist.delist.RemovalFigures.Spread;
import offlist.metrics.Readings.Removal;
import offlist.metrics.Readings.RemovalFigure;
import offlist.metrics.Readings.RemovalTime;
import offlist.pool.PoolName;

/** Figures of removal in the words of the metrics; of lists that are asked and pools that there are. */
final class RemovalReadings {
    private RemovalReadings() {}

    static Removal of(Figures figures, Selection lists, List<PoolName> pools) {
        return new Removal(
                some(figures.lists(), lists.asked().stream().map(ChosenList::id).toList()),
                some(figures.pools(), pools));
    }

    private static <K> Map<String, RemovalFigure> some(SortedMap<K, RemovalFigures> figures, Collection<K> wanted) {
        Map<String, RemovalFigure> some = new HashMap<>();
        wanted.forEach(
                key -> Optional.ofNullable(figures.get(key)).ifPresent(each -> some.put(key.toString(), one(each))));
        return some;
    }

    private static RemovalFigure one(RemovalFigures figures) {
        List<RemovalTime> times = Stream.of(
                        times("listing_to_request", figures.toRequest()),
                        times("request_to_delisting", figures.fromRequest()),
                        times("listing_to_delisting", figures.fromListing()))
                .flatMap(List::stream)
                .toList();
        return new RemovalFigure(figures.requested(), figures.success(), figures.relapse(), times);
    }

    private static List<RemovalTime> times(String span, Optional<Spread> spread) {
        return spread.map(each ->
                        List.of(new RemovalTime(span, "50", each.median()), new RemovalTime(span, "90", each.p90())))
                .orElse(List.of());
    }
}
