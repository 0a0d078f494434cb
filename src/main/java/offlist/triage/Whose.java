package offlist.triage;

import java.util.Locale;

/** Whose doing it is. The labels are the words of the API. */
public enum Whose {
    /** A list lists the address, and the receiver goes by it. */
    LIST,
    /** The receiver or its filter judges for itself. */
    RECEIVER,
    /** The receiver names a list that does not list the address. */
    DISAGREEMENT,
    /** The recipient's domain or servers take mail from nobody. */
    RECIPIENT,
    /** The name of our address, or how much it sends. */
    SENDER,
    /** The message or its recipient; the address is not the reason. */
    MESSAGE,
    /** Nothing speaks against the address. */
    NOBODY,
    /** It cannot be told now. */
    UNCLEAR;

    /** The word for it in the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For somebody who is no expert of mail. */
    public String words() {
        return switch (this) {
            case LIST -> "a blocklist's";
            case RECEIVER -> "the receiver's own";
            case DISAGREEMENT -> "the receiver's, against what the list says";
            case RECIPIENT -> "the recipient's side: its mail is out of order";
            case SENDER -> "your own server's";
            case MESSAGE -> "the message's, not the address's";
            case NOBODY -> "nobody's, as far as can be seen";
            case UNCLEAR -> "not clear yet";
        };
    }
}
