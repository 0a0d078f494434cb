package offlist.alert;

import java.time.Instant;
import java.util.List;
import offlist.catalogue.ListId;
import offlist.dns.ResolverId;
import offlist.probe.Health;
import offlist.track.ListedCode;
import offlist.track.Listing;

/** One thing a message speaks of. */
public sealed interface Item {
    /** What is said about it. */
    enum Change {
        OPENED,
        CHANGED,
        CLOSED,
        STILL
    }

    Change change();

    /**
     * A target on a list.
     *
     * @param before the codes as they were told last, for a change
     */
    record OnList(Change change, Listing listing, List<ListedCode> before, ListFacts facts) implements Item {
        public OnList {
            before = List.copyOf(before);
        }
    }

    /** A list that can or cannot be believed. */
    record ListState(Change change, ListId list, String name, Health health, Instant at) implements Item {}

    /** A resolver that can or cannot be used. */
    record ResolverState(Change change, ResolverId resolver, String state, String cause, Instant at) implements Item {
        /** Whether the incident ended because nobody asks the resolver any more. */
        public boolean retired() {
            return change == Change.CLOSED && !cause.isBlank();
        }

        /** The state in words. */
        public String words() {
            return retired() ? "not asked any more" : state.replace('_', ' ');
        }

        /** The cause in words, empty when the state says it all. */
        public String why() {
            return retired() ? "" : cause;
        }

        /** The state as this version knows it; what another one has written is no state to rely on. */
        public offlist.track.ResolverState known() {
            return offlist.track.ResolverState.of(state);
        }
    }
}
