package offlist.reply;

import java.util.Locale;

/** What to do about a refusal. The labels are the words of the API and of the rules' files. */
public enum NextStep {
    /** Look the address up on every list; where it is listed, that list's removal procedure. */
    CHECK_LISTS,
    /** Is their server up, does it greet us from this address and from others, is the block theirs alone. */
    CHECK_RECEIVER,
    /** The removal page or contact, with address, their MX, time, full reply and full headers. */
    OPEN_TICKET,
    /** PTR exists, forward-confirms, is not generic, and is the name in HELO. */
    FIX_RDNS,
    /** SPF, DKIM, DMARC of the sending domain. */
    FIX_AUTH,
    /** Less and slower from this address to this receiver. */
    SLOW_DOWN,
    /** No request: the block ends by itself. */
    WAIT,
    /** The address sends nothing to this receiver until it is clean. */
    PAUSE_ADDRESS,
    /** Only the recipient's administrator can change it. */
    ASK_RECIPIENT,
    /** Their look-ups are refused or misread; our address is not listed. */
    TELL_RECEIVER_BROKEN,
    /** Nothing to do for the address. */
    NOT_OURS;

    /** The word for it in the API and in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For somebody who is no expert of mail. */
    public String words() {
        return switch (this) {
            case CHECK_LISTS -> "look the address up on every list: ./offlist check ADDRESS";
            case CHECK_RECEIVER -> "see whether the receiver takes mail from your other addresses";
            case OPEN_TICKET ->
                "ask for removal at the page or address named here, with the whole reply and the time in UTC";
            case FIX_RDNS -> "give the address a name that leads back to it and that your server says in HELO";
            case FIX_AUTH -> "mend SPF, DKIM and DMARC of the sending domain";
            case SLOW_DOWN -> "send less at a time to this receiver from this address";
            case WAIT -> "wait: it passes by itself";
            case PAUSE_ADDRESS -> "do not send to this receiver from this address until it is clean";
            case ASK_RECIPIENT -> "only the recipient's own administrator can change it: ask there";
            case TELL_RECEIVER_BROKEN -> "tell the receiver's postmaster that its lookups are refused or read wrongly";
            case NOT_OURS ->
                "nothing for the address: hand it to whoever cares for recipients, content or authentication";
        };
    }
}
