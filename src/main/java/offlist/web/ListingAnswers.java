package offlist.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.journal.ListingFilter;
import offlist.track.Listing;
import offlist.track.Transition;

/** Listings and transitions, page by page. */
final class ListingAnswers {
    private final Sources sources;

    ListingAnswers(Sources sources) {
        this.sources = sources;
    }

    Page<ListingView> listings(ListingFilter filter, Optional<String> cursor, int limit) {
        List<Listing> rows = sources.journal().listings(filter, cursor, limit + 1);
        return Page.of(rows, limit, Listing::id, ListingView::of);
    }

    Page<TransitionView> transitions(Optional<Instant> since, Optional<String> cursor, int limit) {
        List<Transition> rows = sources.journal().transitions(since.orElse(Instant.EPOCH), cursor, limit + 1);
        return Page.of(rows, limit, Transition::id, TransitionView::of);
    }
}
