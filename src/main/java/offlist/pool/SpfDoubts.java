package offlist.pool;

import org.jspecify.annotations.Nullable;

/** Mechanisms that match for one message and not for another, met before the end of a record was reached. */
final class SpfDoubts {
    private @Nullable String thatPasses;
    private @Nullable String thatDoesNot;

    void add(boolean passes, String why) {
        if (passes) {
            thatPasses = thatPasses == null ? why : thatPasses;
        } else {
            thatDoesNot = thatDoesNot == null ? why : thatDoesNot;
        }
    }

    /** The outcome, unless one of the mechanisms would have made it another. */
    SpfOutcome about(SpfOutcome outcome) {
        String doubt = outcome instanceof SpfOutcome.Passes ? thatDoesNot : thatPasses;
        return doubt == null ? outcome : new SpfOutcome.CannotTell(doubt);
    }
}
