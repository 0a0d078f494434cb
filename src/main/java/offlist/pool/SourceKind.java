package offlist.pool;

import java.util.Locale;

/** Where the members of a pool come from; the words are the keys of the operator's file. */
public enum SourceKind {
    ADDRESSES,
    DOMAINS,
    FILE,
    SPF,
    HOSTS;

    /** The word for it in files, texts and labels. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it stands in the operator's own file, so that it cannot fail and is believed at once. */
    public boolean inline() {
        return this == ADDRESSES || this == DOMAINS;
    }

    /** Whether reading it asks DNS, which may take its time. */
    public boolean asksDns() {
        return this == SPF || this == HOSTS;
    }
}
