package offlist.web;

import java.time.Instant;
import java.util.List;
import offlist.delist.RemovalTask;
import offlist.pool.PoolName;
import offlist.track.CloseReason;
import offlist.track.ListedCode;
import offlist.track.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A listing as programs see it.
 *
 * @param codes the answers of the list; {@code meanings} says what they mean
 * @param text what the list says, as it came
 * @param incident what it shares with the other listings of the same range or wave; its id when it stands alone
 * @param covers the range or network that the list means, null where it means the address alone
 * @param flapping it came and went too often and closes only after a time of calm
 * @param task id of the removal task
 */
public record ListingView(
        String id,
        String address,
        String list,
        List<String> pools,
        String severity,
        String scope,
        List<String> codes,
        List<CodeView> meanings,
        String reason,
        String text,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBecause,
        String incident,
        @Nullable String covers,
        boolean flapping,
        String task) {
    static ListingView of(Listing listing) {
        return new ListingView(
                listing.id(),
                listing.target().text(),
                listing.list().value(),
                listing.pools().stream().map(PoolName::value).toList(),
                listing.severity().label(),
                listing.scope().label(),
                listing.codes().stream().map(ListedCode::answer).toList(),
                CodeView.of(listing.codes()),
                listing.reason(),
                listing.text(),
                listing.openedAt(),
                listing.closedAt().orElse(null),
                listing.closedBecause().map(CloseReason::label).orElse(null),
                listing.incident(),
                listing.covers().orElse(null),
                listing.flapping(),
                RemovalTask.idFor(listing.id()));
    }
}
