package offlist.pool;

/** One term of an SPF record (RFC 7208 section 5 and 6), as far as it matters for which addresses may send. */
sealed interface SpfTerm {

    /** Whether DNS is asked for it, which section 4.6.4 counts. */
    default boolean counted() {
        return !(this instanceof Network || this instanceof All);
    }

    record All() implements SpfTerm {}

    record Network(IpRange range) implements SpfTerm {}

    record Include(String domain) implements SpfTerm {}

    record Redirect(String domain) implements SpfTerm {}

    /** The `a` mechanism; the domain is empty when it is that of the record. */
    record Host(String domain, int prefix4, int prefix6) implements SpfTerm {}

    record Mx(String domain, int prefix4, int prefix6) implements SpfTerm {}

    /** `exists` and `ptr`: only the sender's address tells whether they match. */
    record Unbounded(String text) implements SpfTerm {}
}
