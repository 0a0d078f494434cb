package offlist.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.Severity;
import offlist.track.Listing;
import offlist.yaml.Labels;

/**
 * What programs sort an item by, the same for every kind of item.
 *
 * @param address the target, and
 * @param list the list, where it is about one
 * @param resolver the resolver, where it is about one
 * @param state of a list or a resolver
 * @param since when it began, as far as the item knows
 * @param until when it ended
 */
public record About(
        AlertKind kind,
        Severity severity,
        Optional<String> address,
        Optional<String> list,
        Optional<String> resolver,
        Optional<String> state,
        List<String> pools,
        Optional<String> reason,
        Instant since,
        Optional<Instant> until) {
    public About {
        pools = List.copyOf(pools);
    }

    public static About of(Item item) {
        return switch (item) {
            case Item.OnList onList -> of(onList.listing());
            // It harms no mail, but nobody sees listings on it any more.
            case Item.ListState list ->
                trouble(AlertKind.LIST_HEALTH, Severity.MINOR, item, list.at())
                        .on(list.list().value(), list.health().state().label());
            case Item.ResolverState resolver ->
                trouble(AlertKind.RESOLVER_HEALTH, Severity.MAJOR, item, resolver.at())
                        .through(resolver.resolver().value(), resolver.state());
            case Item.Notice notice -> trouble(notice.kind(), notice.severity(), item, notice.at());
        };
    }

    private static About of(Listing listing) {
        return new About(
                AlertKind.LISTING,
                listing.severity(),
                Optional.of(listing.target().text()),
                Optional.of(listing.list().value()),
                Optional.empty(),
                Optional.empty(),
                listing.pools().stream().map(Object::toString).toList(),
                Optional.of(listing.reason()),
                listing.openedAt(),
                listing.closedAt());
    }

    private static About trouble(AlertKind kind, Severity severity, Item item, Instant at) {
        Optional<String> none = Optional.empty();
        Optional<Instant> until = item.change() == Item.Change.CLOSED ? Optional.of(at) : Optional.empty();
        return new About(kind, severity, none, none, none, none, List.of(), none, at, until);
    }

    private About on(String of, String is) {
        return new About(
                kind, severity, address, Optional.of(of), resolver, Optional.of(is), pools, reason, since, until);
    }

    private About through(String of, String is) {
        return new About(kind, severity, address, list, Optional.of(of), Optional.of(is), pools, reason, since, until);
    }

    /** What has happened, as a word for programs. */
    public static String word(Item.Change change) {
        return Labels.of(change);
    }
}
