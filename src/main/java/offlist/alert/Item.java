package offlist.alert;

import java.time.Instant;
import java.util.List;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
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

    /** The same for the beginning and the end of what it is about. */
    String incident();

    /**
     * A target on a list.
     *
     * @param before the codes as they were told last, for a change
     */
    record OnList(Change change, Listing listing, List<ListedCode> before, ListFacts facts) implements Item {
        public OnList {
            before = List.copyOf(before);
        }

        @Override
        public String incident() {
            return listing.id();
        }
    }

    /** A list that can or cannot be believed. */
    record ListState(Change change, ListId list, String name, Health health, Instant at) implements Item {
        @Override
        public String incident() {
            return Signal.incident(list);
        }
    }

    /**
     * Anything else, in finished sentences: a trouble of our own, a digest, a sample.
     *
     * @param severity how bad it is, in the words of listings; informational when nothing is wrong
     * @param lines what there is to know, the most important first
     * @param action what a reader does about it; empty when nothing
     */
    record Notice(
            AlertKind kind,
            Change change,
            String incident,
            String headline,
            Severity severity,
            List<String> lines,
            List<String> action,
            Instant at)
            implements Item {
        public Notice {
            lines = List.copyOf(lines);
            action = List.copyOf(action);
        }
    }

    /** A resolver that can or cannot be used. */
    record ResolverState(Change change, ResolverId resolver, String state, String cause, Instant at) implements Item {
        @Override
        public String incident() {
            return Signal.incident(resolver);
        }

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
