package offlist.pool;

import java.util.Locale;

/** Where the members of a pool come from; the words are the keys of the operator's file. */
public enum SourceKind {
    ADDRESSES,
    DOMAINS,
    FILE,
    SPF,
    HOSTS,
    /** Names that the servers say HELO with. */
    HELO,
    /** The names that the pool's addresses have in reverse DNS. */
    PTR_NAMES;

    /** The word for it in files, texts and labels. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it stands in the operator's own file, so that it cannot fail and is believed at once. */
    public boolean inline() {
        return this == ADDRESSES || this == DOMAINS || this == HELO;
    }

    /** Whether reading it asks DNS, which may take its time. */
    public boolean asksDns() {
        return this == SPF || this == HOSTS || this == PTR_NAMES;
    }
}
