package offlist.delist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.track.CloseReason;
import offlist.yaml.Labels;

/**
 * Where a removal task stands: {@code open → preparing → ready → requested → waiting → closed}, with {@code blocked} and {@code
 * overdue} on the way. A state that cannot go somewhere has no such method.
 */
public sealed interface TaskState {
    /** All labels, which exist as metric values from the start. */
    List<String> LABELS = List.of(
            Open.LABEL,
            Preparing.LABEL,
            Blocked.LABEL,
            Ready.LABEL,
            Requested.LABEL,
            Waiting.LABEL,
            Overdue.LABEL,
            Closed.LABEL);

    /** The value of the metric label {@code state}. */
    String label();

    /** When the list should have let go; empty when nobody can say, and where nothing is to be expected yet or any more. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** The listing is there and something is to be done, if only to wait. */
    sealed interface Live extends TaskState {
        /**
         * The listing is over.
         *
         * @param byItself whether the entry was to go without anybody asking, and nobody did
         * @param proof id of the transition that says so
         */
        default Closed close(CloseReason because, boolean byItself, Instant at, String proof) {
            return new Closed(Ending.of(because, byItself), at, proof);
        }

        /** The list can be asked after all, or once more. */
        default Preparing askable() {
            return new Preparing();
        }

        /** A person has decided that nothing more is done; the listing may still be there, so there is no proof. */
        default Closed giveUp(Ending as, Instant at) {
            return new Closed(as, at, "");
        }
    }

    /** The list has not been asked since the target was listed. */
    sealed interface Unasked extends Live {
        /**
         * Somebody has looked whether the list would let the target go.
         *
         * @param unclear something could not be told
         */
        default Unasked looked(List<Blocker> blockers, boolean unclear) {
            if (!blockers.isEmpty()) {
                return new Blocked(blockers);
            }
            return unclear ? new Preparing() : new Ready();
        }

        /** Nobody can ask: all that is left is to wait. */
        default Waiting expect(Optional<Instant> due) {
            return new Waiting(due);
        }
    }

    /** The list has been asked, or lets go by itself. */
    sealed interface Pending extends Live {
        /** When it should have let go; empty when nobody can say. */
        @Override
        Optional<Instant> due();

        default Overdue overdue() {
            return new Overdue(due());
        }
    }

    /** Nobody has looked at it yet. */
    record Open() implements Unasked {
        static final String LABEL = "open";

        @Override
        public String label() {
            return LABEL;
        }
    }

    /** It is being looked whether the list would let the target go; something could not be told so far. */
    record Preparing() implements Unasked {
        static final String LABEL = "preparing";

        @Override
        public String label() {
            return LABEL;
        }
    }

    /** To ask now would be refused, or make it worse. */
    record Blocked(List<Blocker> by) implements Unasked {
        static final String LABEL = "blocked";

        public Blocked {
            by = List.copyOf(by);
            if (by.isEmpty()) {
                throw new IllegalArgumentException("what is blocked is blocked by something");
            }
        }

        @Override
        public String label() {
            return LABEL;
        }
    }

    /** The list can be asked. */
    record Ready() implements Unasked {
        static final String LABEL = "ready";

        public Requested request(Optional<Instant> due) {
            return new Requested(due);
        }

        @Override
        public String label() {
            return LABEL;
        }
    }

    /** The list was asked. */
    record Requested(Optional<Instant> due) implements Pending {
        static final String LABEL = "requested";

        /** The list has said that it got the request. */
        public Waiting acknowledged(Optional<Instant> newDue) {
            return new Waiting(newDue.or(this::due));
        }

        /** It was not asked after all. */
        public Ready unsent() {
            return new Ready();
        }

        @Override
        public String label() {
            return LABEL;
        }
    }

    /** The list works on it, or the time does. */
    record Waiting(Optional<Instant> due) implements Pending {
        static final String LABEL = "waiting";

        @Override
        public String label() {
            return LABEL;
        }
    }

    /** It should have let go by now. */
    record Overdue(Optional<Instant> due) implements Live {
        static final String LABEL = "overdue";

        public Waiting acknowledged(Optional<Instant> newDue) {
            return new Waiting(newDue);
        }

        @Override
        public String label() {
            return LABEL;
        }
    }

    /**
     * Nothing is left to do.
     *
     * @param proof id of the transition that says that the listing is over; empty where a person decided and it is not over
     */
    record Closed(Ending as, Instant at, String proof) implements TaskState {
        public static final String LABEL = "closed";

        /** The listing is over too, after a person had decided that nothing more is done. */
        Closed over(String newProof) {
            return new Closed(as, at, newProof);
        }

        /** The target is listed again, or a person thinks better of it. */
        public Open reopen() {
            return new Open();
        }

        @Override
        public String label() {
            return LABEL;
        }
    }

    /** How a task ends. */
    enum Ending {
        /** The list confirmed that the target is not on it any more. */
        DELISTED,
        /** The same, of an entry that was to go by itself and that nobody asked for. */
        EXPIRED,
        /** The target left the pool; the list may well go on listing it. */
        LEFT_POOL,
        /** The list is not asked any more, or a person gave the task up. */
        WITHDRAWN,
        /** The list said no. */
        REFUSED;

        /** The word for it in JSON. */
        public String label() {
            return Labels.of(this).replace('-', '_');
        }

        /** Whether the target is known to be off the list. */
        public boolean off() {
            return this == DELISTED || this == EXPIRED;
        }

        static Ending of(CloseReason because, boolean byItself) {
            return switch (because) {
                case DELISTED -> byItself ? EXPIRED : DELISTED;
                case LEFT -> LEFT_POOL;
                case LIST_DROPPED -> WITHDRAWN;
            };
        }
    }
}
