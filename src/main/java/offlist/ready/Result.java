package offlist.ready;

import offlist.yaml.Labels;

/** How it is. What could not be told is neither good nor bad. */
public enum Result {
    GOOD,
    BAD,
    UNKNOWN;

    /** The word for it in JSON. */
    public String label() {
        return Labels.of(this);
    }
}
