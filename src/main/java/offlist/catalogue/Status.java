package offlist.catalogue;

import offlist.yaml.Labels;

/** Whether a list can be relied on. */
public enum Status {
    LIVE,
    /** Ask it only after its test points have passed. */
    UNRELIABLE;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
