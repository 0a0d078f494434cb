package offlist.catalogue;

/** A list that is known but not asked. */
public record NotAsked(DnsList list, Why why, String words) {

    /** The kinds of reasons not to ask a list. */
    public enum Why {
        NOT_IN_USE,
        SKIPPED,
        NEEDS_KEY,
        WANTS_REGISTRATION,
        REPLACED,
        PART_OF
    }
}
