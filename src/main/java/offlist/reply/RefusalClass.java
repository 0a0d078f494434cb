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

    /** For somebody who is no expert of mail. */
    public String words() {
        return switch (this) {
            case PUBLIC_LIST -> "your address is on a blocklist that anybody can look up";
            case PRIVATE_LIST ->
                "the receiver refuses your address by a judgement of its own, which no public list shows";
            case DOMAIN_LIST -> "a domain in the message is on a list; your address is not the reason";
            case RDNS_POLICY -> "the name of your address is missing, generic or does not lead back to it";
            case RATE_LIMIT -> "too much came from your address in too short a time";
            case POLICY -> "the receiver does not want mail from such an address or network";
            case AUTHENTICATION -> "SPF, DKIM or DMARC of the sending domain, not your address";
            case CONTENT -> "the content of the message, not your address";
            case RECIPIENT -> "the recipient does not exist or cannot receive; your address is not the reason";
            case OTHER -> "something else, such as greylisting or a fault of the server";
        };
    }

    /** Whether a refusal of this class is, as a rule, about our address, our network or our reputation as a sender. */
    public boolean usuallyRelevant() {
        return switch (this) {
            case PUBLIC_LIST, PRIVATE_LIST, DOMAIN_LIST, RDNS_POLICY -> true;
            case RATE_LIMIT, POLICY, AUTHENTICATION, CONTENT, RECIPIENT, OTHER -> false;
        };
    }
}
