package offlist.catalogue;

import offlist.yaml.Labels;

/** What one return code means. */
public enum Effect {
    LISTED,
    ALLOWLISTED,
    /** An answer that is no listing. */
    NEUTRAL,
    SCORE,
    /** The list did not answer the question; nothing is known about the address. */
    ERROR;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
