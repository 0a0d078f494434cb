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

    /** Only the sender's address tells whether they match. */
    sealed interface Unbounded extends SpfTerm {
        String text();
    }

    record Exists(String domain) implements Unbounded {
        @Override
        public String text() {
            return "exists:" + domain;
        }
    }

    /** The domain is empty when it is that of the record. */
    record Ptr(String domain) implements Unbounded {
        @Override
        public String text() {
            return domain.isEmpty() ? "ptr" : "ptr:" + domain;
        }
    }
}
