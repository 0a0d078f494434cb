package offlist.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import offlist.pool.PoolName;
import offlist.pool.PoolSettings;
import offlist.pool.SourceState;
import offlist.pool.Target;
import offlist.track.Listing;
import offlist.track.Status;

/** The pools and who is in them. */
final class PoolAnswers {
    private final Sources sources;

    PoolAnswers(Sources sources) {
        this.sources = sources;
    }

    Page<PoolView> pools() {
        Status now = sources.board().now();
        return Page.whole(
                sources.setup().pools().stream().map(pool -> view(pool, now)).toList());
    }

    PoolDetailView pool(String name) {
        PoolSettings pool = new Wanted(sources.setup()).pool(name);
        Status now = sources.board().now();
        PoolView view = view(pool, now);
        List<Listing> open = open(pool.name(), now);
        Map<Target, List<String>> listedOn = open.stream()
                .collect(Collectors.groupingBy(
                        Listing::target,
                        Collectors.mapping(listing -> listing.list().value(), Collectors.toList())));
        return new PoolDetailView(
                view.name(),
                view.labels(),
                view.addresses(),
                view.listed(),
                view.listings(),
                sources.setup().sources().stream()
                        .filter(source -> source.pool().equals(pool.name()))
                        .map(PoolAnswers::source)
                        .toList(),
                () -> now.pool().members(pool.name()).stream()
                        .map(target -> member(target, listedOn))
                        .iterator(),
                open.stream().map(ListingView::of).toList());
    }

    private static PoolView view(PoolSettings pool, Status now) {
        List<Listing> open = open(pool.name(), now);
        long listed = open.stream().map(Listing::target).distinct().count();
        return new PoolView(
                pool.name().value(),
                pool.labels(),
                now.pool().count(pool.name()).all(),
                (int) listed,
                open.size());
    }

    private static PoolDetailView.Source source(SourceState source) {
        return new PoolDetailView.Source(
                source.id(),
                source.kind().label(),
                source.status().label(),
                source.message(),
                source.notes(),
                source.size(),
                source.lastGoodAt().orElse(null));
    }

    private static PoolDetailView.Member member(Target target, Map<Target, List<String>> listedOn) {
        return new PoolDetailView.Member(target.text(), listedOn.getOrDefault(target, List.of()));
    }

    private static List<Listing> open(PoolName pool, Status now) {
        return now.bad().stream()
                .filter(listing -> listing.pools().contains(pool))
                .toList();
    }
}
