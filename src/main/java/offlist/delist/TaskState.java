package offlist.delist;

import java.time.Instant;
import java.util.List;
import offlist.track.CloseReason;
import offlist.yaml.Labels;

/** Where a removal task stands. A state that cannot go somewhere has no such method. */
public sealed interface TaskState {
    /** All labels, which exist as metric values from the start. */
    List<String> LABELS = List.of("open", "closed");

    /** The value of the metric label {@code state}. */
    String label();

    /** Somebody has to act. */
    record Open() implements TaskState {
        /**
         * The listing is over.
         *
         * @param proof id of the transition that says so
         */
        public Closed close(CloseReason because, Instant at, String proof) {
            return new Closed(Ending.of(because), at, proof);
        }

        @Override
        public String label() {
            return "open";
        }
    }

    /** Nothing is left to do. */
    record Closed(Ending as, Instant at, String proof) implements TaskState {
        @Override
        public String label() {
            return "closed";
        }
    }

    /** How a task ends. */
    enum Ending {
        /** The list confirmed that the target is not on it any more. */
        DELISTED,
        /** The target left the pool; the list may well go on listing it. */
        LEFT_POOL,
        /** The list is not asked any more. */
        WITHDRAWN;

        static Ending of(CloseReason because) {
            return switch (because) {
                case DELISTED -> DELISTED;
                case LEFT -> LEFT_POOL;
                case LIST_DROPPED -> WITHDRAWN;
            };
        }

        /** The word for it in JSON. */
        public String label() {
            return Labels.of(this).replace('-', '_');
        }
    }
}
