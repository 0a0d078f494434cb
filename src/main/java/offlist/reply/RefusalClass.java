package offlist.reply;

import java.util.Locale;

/** What a refusal is about. The labels are the words of the API and of the metric. */
public enum RefusalClass {
    /** The address is on a list of a third party that anybody can look up. */
    PUBLIC_LIST,
    /** The receiver's or the filter vendor's own list or reputation; DNS does not show it. */
    PRIVATE_LIST,
    /** A domain or link is listed or has a bad reputation, not the address. */
    DOMAIN_LIST,
    /** PTR or HELO: missing, generic, or not matching. */
    RDNS_POLICY,
    /** Volume, connections, complaints: slower. */
    RATE_LIMIT,
    /** A rule about the network: geography, dynamic range, said to be an open relay, not our MX. */
    POLICY,
    /** SPF, DKIM, DMARC, SMTP AUTH. */
    AUTHENTICATION,
    /** What the message says or how it is formed. */
    CONTENT,
    /** The mailbox or the account. */
    RECIPIENT,
    /** Anything else: greylisting, a fault of the server, a connection refused. */
    OTHER;

    /** The word for it in the API, in metrics and in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a refusal of this class is, as a rule, about our address, our network or our reputation as a sender. */
    public boolean usuallyRelevant() {
        return switch (this) {
            case PUBLIC_LIST, PRIVATE_LIST, DOMAIN_LIST, RDNS_POLICY -> true;
            case RATE_LIMIT, POLICY, AUTHENTICATION, CONTENT, RECIPIENT, OTHER -> false;
        };
    }
}
