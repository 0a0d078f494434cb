package offlist.schedule;

/** Why a question is asked. */
public enum Why {
    /** The rotor came by. */
    TURN,
    /** Something is held about the target, or it joined or was refused lately, so that it is asked before its turn. */
    SOONER,
    /** The target is new in the pool. */
    JOINED,
    /** A look that may confirm a suspicion. */
    CONFIRM,
    /** A question whose last try had no answer. */
    RETRY,
    /** A person asked; served even where the list is frozen. */
    REQUESTED
}
