package offlist.bounce;

import java.util.Locale;

/** Where the refused address was found, the best evidence first. */
public enum AddressEvidence {
    /** The sending server wrote down from which address it sent. */
    MTA_RECORD,
    /** The server that refused named it. */
    REPLY_TEXT,
    /** It stands in a link of the reply. */
    URL,
    /** A Received line of the returned message names an address of the pool. */
    RECEIVED_CHAIN;

    /** The word for it in the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For somebody who is no expert of mail. */
    public String words() {
        return switch (this) {
            case MTA_RECORD -> "your mail server wrote it down";
            case REPLY_TEXT -> "the server that refused names it";
            case URL -> "it stands in a link of the reply";
            case RECEIVED_CHAIN -> "the returned message names it";
        };
    }
}
