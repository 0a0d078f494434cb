package offlist.catalogue;

import offlist.yaml.Labels;

/** How well something is known. */
public enum Basis {
    DOCUMENTED,
    OBSERVED,
    /** The default of RFC 5782, not confirmed for this list. */
    ASSUMED,
    UNKNOWN;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
