package offlist.store;

/** Takes entries from the outbox, each exactly once as far as the store is concerned. */
public interface Consumer {
    /** The name its position is kept under. */
    String name();

    /** Makes of an entry what it wants, in the transaction that also moves its position. Entries come in order. */
    void take(Tx tx, OutboxEntry entry);
}
