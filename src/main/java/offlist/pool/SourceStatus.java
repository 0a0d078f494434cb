package offlist.pool;

import java.util.Locale;

/** How a source does. */
public enum SourceStatus {
    /** Not read since the start; its last good answer stands in. */
    WAITING,
    OK,
    /** Read, and there is nothing in it. */
    EMPTY,
    /** It yields less than half of before; its last good answer stands in until that is believed. */
    HELD,
    /** Not readable; its last good answer stands in. */
    FAILED;

    /** The word for it in texts and labels. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
