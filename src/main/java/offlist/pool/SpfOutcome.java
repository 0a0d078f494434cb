package offlist.pool;

/** What a domain's SPF record says about one address, with what decided it. */
public sealed interface SpfOutcome {
    /** @param by the mechanism that matched, and of whose record */
    record Passes(String by) implements SpfOutcome {}

    /** @param by what matched, or that nothing did */
    record NotCovered(String by) implements SpfOutcome {}

    /** The domain has no SPF record. */
    record NoRecord() implements SpfOutcome {}

    /** Receivers answer "permerror" (RFC 7208 section 2.6.7). */
    record Broken(String why) implements SpfOutcome {}

    /** DNS gave no usable answer, or it hangs on the single message. */
    record CannotTell(String why) implements SpfOutcome {}
}
