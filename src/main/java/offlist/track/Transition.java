package offlist.track;

import java.time.Instant;
import java.util.List;

/** A confirmed difference between the journal and a list. */
public sealed interface Transition extends Event {
    /** The listing as it is after the transition. */
    Listing listing();

    /** Why it was believed. */
    Evidence evidence();

    /** {@code opened}, {@code changed} or {@code closed}. */
    String label();

    @Override
    default String type() {
        return "offlist.listing." + label();
    }

    @Override
    default String subject() {
        return listing().pair().subject();
    }

    /** A target was found on a list. */
    record Opened(String id, Instant at, Listing listing, Evidence evidence) implements Transition {
        @Override
        public String label() {
            return "opened";
        }
    }

    /** The list gives other codes than before. */
    record Changed(String id, Instant at, Listing listing, List<ListedCode> before, Evidence evidence)
            implements Transition {
        public Changed {
            before = List.copyOf(before);
        }

        @Override
        public String label() {
            return "changed";
        }
    }

    /** The listing is over; {@link Listing#closedBecause()} says why. */
    record Closed(String id, Instant at, Listing listing, Evidence evidence) implements Transition {
        @Override
        public String label() {
            return "closed";
        }
    }
}
