package offlist.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.catalogue.PrivateList;
import offlist.catalogue.RemovalProcedure;
import offlist.pool.PoolName;
import offlist.probe.Health;
import offlist.track.ListStatus;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.PairScore;
import org.jspecify.annotations.Nullable;

/** Turns what is known into rows of a page. */
final class Rows {
    /** The worst first, and of those the newest. */
    static final Comparator<Listing> WORST_FIRST = Comparator.comparing(Listing::severity)
            .thenComparing(Listing::openedAt, Comparator.reverseOrder())
            .thenComparing(Listing::id);

    private final Sources sources;
    private final Instant now;

    Rows(Sources sources, Instant now) {
        this.sources = sources;
        this.now = now;
    }

    /** The page of a list; of a receiver that judges for itself, its refusals. */
    String page(ListId list) {
        boolean known = sources.setup().selection().catalogue().list(list).isPresent();
        return known ? "/lists/" + list : "/refusals?receiver=" + list;
    }

    /** One row for each incident: its first listing, and how many more there are. */
    List<ListingRow> incidents(List<Listing> listings, int most) {
        Map<String, List<Listing>> incidents = new LinkedHashMap<>();
        listings.forEach(listing -> incidents
                .computeIfAbsent(listing.incident(), incident -> new ArrayList<>())
                .add(listing));
        return incidents.values().stream()
                .limit(most)
                .map(all -> row(all.getFirst(), all.size() - 1))
                .toList();
    }

    List<ListingRow> listings(List<Listing> listings) {
        return listings.stream().map(listing -> row(listing, 0)).toList();
    }

    StartPage.ListRow list(ListStatus status, List<Listing> open) {
        return new StartPage.ListRow(
                status.list().value(),
                name(status.list()),
                status.health().state().label(),
                words(status.health().state()),
                status.health().cause(),
                When.of(status.since(), now),
                interval(status),
                status.stretch(),
                status.oldestAnswer().map(When::words).orElse(null),
                status.unknownPairs(),
                (int) open.stream()
                        .filter(each -> each.list().equals(status.list()))
                        .count());
    }

    /** A score, and whether that is good or poor where somebody has said so. */
    String words(PairScore score) {
        Optional<String> word = sources.setup()
                .selection()
                .asked(score.pair().list())
                .flatMap(list -> list.list().levels().word(score.value()));
        return "score " + score.value() + word.map(level -> ", " + level).orElse("");
    }

    String name(ListId id) {
        return sources.setup()
                .selection()
                .catalogue()
                .list(id)
                .map(DnsList::name)
                .or(() -> sources.setup()
                        .selection()
                        .catalogue()
                        .privateList(id.value())
                        .map(PrivateList::name))
                .orElse(id.value());
    }

    static String meaning(Listing listing) {
        return listing.codes().stream().map(ListedCode::meaning).distinct().collect(Collectors.joining("; "));
    }

    static String words(Health.State state) {
        return switch (state) {
            case HEALTHY -> "healthy";
            case REFUSING -> "refuses us";
            case LISTS_EVERYTHING -> "lists everything";
            case LISTS_NOTHING -> "lists nothing";
            case UNREACHABLE -> "unreachable";
            case UNVERIFIED -> "not verified";
        };
    }

    private ListingRow row(Listing listing, int others) {
        Optional<TaskView> task = sources.tasks().byListing(listing.id()).map(TaskView::of);
        return new ListingRow(
                listing.id(),
                listing.target().text(),
                listing.list().value(),
                name(listing.list()),
                listing.pools().stream().map(PoolName::value).toList(),
                listing.severity().label(),
                listing.reason(),
                meaning(listing),
                listing.codes().stream().map(ListedCode::answer).collect(Collectors.joining(", ")),
                listing.text(),
                When.of(listing.openedAt(), now),
                next(listing, task),
                task.map(TaskView::id).orElse(null),
                listing.closedBecause().map(TransitionRow::ended).orElse(null),
                listing.flapping(),
                listing.incident(),
                listing.covers().orElse(null),
                others);
    }

    private ListingRow.@Nullable NextStep next(Listing listing, Optional<TaskView> task) {
        if (!listing.open()) {
            return null;
        }
        return task.flatMap(each -> each.steps().stream().findFirst())
                .map(step -> new ListingRow.NextStep(step.text(), step.link()))
                .or(() -> removal(listing).flatMap(removal -> lookup(removal, listing)))
                .orElse(null);
    }

    private static Optional<ListingRow.NextStep> lookup(RemovalProcedure removal, Listing listing) {
        return WebLink.of(removal.lookupUrl(listing.target().text()))
                .map(link -> new ListingRow.NextStep("Look it up at the list", link));
    }

    private Optional<RemovalProcedure> removal(Listing listing) {
        return sources.setup().selection().catalogue().list(listing.list()).map(DnsList::removal);
    }

    private static String interval(ListStatus status) {
        return When.words(status.planned());
    }
}
