package offlist.dns;

import java.time.Duration;
import java.util.List;
import org.xbill.DNS.Record;

/** What came back for one question. */
public sealed interface Answer {
    /**
     * NOERROR with records of the asked type; a CNAME chain inside the answer has been followed.
     *
     * @param ttl the smallest of the records' times to live
     * @param aliased whether a CNAME led to the records
     */
    record Records(List<Record> records, Duration ttl, boolean aliased) implements Answer {
        public Records {
            records = List.copyOf(records);
            if (records.isEmpty()) {
                throw new IllegalArgumentException("no records is NoData");
            }
        }

        @Override
        public String toString() {
            return "Records[" + records.size() + "]";
        }
    }

    /** NXDOMAIN. The time to live is that of RFC 2308, zero without an SOA record. */
    record NoSuchName(Duration ttl) implements Answer {}

    /** NOERROR without records of the asked type. */
    record NoData(Duration ttl) implements Answer {}

    /** No usable answer. */
    record Failed(Cause cause) implements Answer {}

    /** Why there is no usable answer. */
    enum Cause {
        TIMEOUT,
        SERVFAIL,
        REFUSED,
        /** Any other response code. */
        BAD_RCODE,
        /** Truncated over UDP and no answer over TCP. */
        TRUNCATED,
        MALFORMED,
        /** A referral or an answer that is about something else. */
        LAME,
        /** The resolver cannot be reached at all. */
        NETWORK;

        /** The word used in metrics and texts. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
