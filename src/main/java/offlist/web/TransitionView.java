package offlist.web;

import java.time.Instant;
import java.util.List;
import offlist.pool.PoolName;
import offlist.track.CloseReason;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.Transition;
import org.jspecify.annotations.Nullable;

/**
 * A transition as programs see it.
 *
 * @param listing id of the listing it belongs to
 * @param because why a listing closed
 * @param evidence why it was believed; without looks where the operator decided it
 */
public record TransitionView(
        String id,
        Instant at,
        String address,
        String list,
        String transition,
        List<String> pools,
        String severity,
        String reason,
        List<String> codes,
        String text,
        String listing,
        @Nullable String because,
        EvidenceView evidence) {
    static TransitionView of(Transition transition) {
        Listing listing = transition.listing();
        return new TransitionView(
                transition.id(),
                transition.at(),
                listing.target().text(),
                listing.list().value(),
                transition.label(),
                listing.pools().stream().map(PoolName::value).toList(),
                listing.severity().label(),
                listing.reason(),
                listing.codes().stream().map(ListedCode::answer).toList(),
                listing.text(),
                listing.id(),
                listing.closedBecause().map(CloseReason::label).orElse(null),
                EvidenceView.of(transition.evidence()));
    }
}
