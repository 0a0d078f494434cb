package offlist.bounce;

/** Who is told of a refusal once it is kept. */
@FunctionalInterface
public interface RefusalHearer {

    /**
     * A refusal that was not known before.
     *
     * @param id under which it is kept
     */
    void seen(String id, Refusal refusal);

    /** A complaint that was not known before. */
    default void complained(Complained complained) {}

    /** There is news of blocks in the outbox. */
    default void blocks() {}
}
