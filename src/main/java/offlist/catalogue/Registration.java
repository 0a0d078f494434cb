package offlist.catalogue;

import offlist.yaml.Labels;

/** Whether an operator wants to know who asks. */
public enum Registration {
    NONE,
    REQUIRED;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
