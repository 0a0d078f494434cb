package offlist.web;

import java.time.Instant;
import offlist.track.CloseReason;
import offlist.track.Listing;
import offlist.track.Transition;

/**
 * A transition on a page.
 *
 * @param what a verb: {@code listed}, {@code changed}, {@code delisted}, {@code left the pool}
 * @param kind {@code opened}, {@code changed}, {@code closed} or {@code ended}, when it is over without being good; chooses
 *     the colour
 * @param detail what it was listed for, empty when it is over
 */
public record TransitionRow(
        String address, String list, String what, String kind, String severity, String detail, When at) {
    static TransitionRow of(Transition transition, Instant now) {
        Listing listing = transition.listing();
        return new TransitionRow(
                listing.target().text(),
                listing.list().value(),
                verb(transition),
                kind(transition),
                listing.severity().label(),
                transition instanceof Transition.Closed ? "" : Rows.meaning(listing),
                When.of(transition.at(), now));
    }

    private static String kind(Transition transition) {
        boolean delisted = transition
                .listing()
                .closedBecause()
                .filter(CloseReason.DELISTED::equals)
                .isPresent();
        return transition instanceof Transition.Closed && !delisted ? "ended" : transition.label();
    }

    private static String verb(Transition transition) {
        return switch (transition) {
            case Transition.Opened opened -> "listed";
            case Transition.Changed changed -> "listed for something else";
            case Transition.Closed closed ->
                closed.listing().closedBecause().map(TransitionRow::ended).orElse("delisted");
        };
    }

    static String ended(CloseReason reason) {
        return switch (reason) {
            case DELISTED -> "delisted";
            case LEFT -> "left the pool, still listed when last seen";
            case LIST_DROPPED -> "not watched any more, the list is not asked";
        };
    }
}
