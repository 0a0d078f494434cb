package offlist.track;

import java.util.Locale;

/** Why a listing closed. */
public enum CloseReason {
    /** The list confirmed that the target is not on it any more. */
    DELISTED,
    /** The target left the pool; the list may well go on listing it. */
    LEFT,
    /** The list is not asked any more. */
    LIST_DROPPED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
