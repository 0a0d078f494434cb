package offlist.catalogue;

import offlist.yaml.Labels;

/** How strong the sources of an entry are. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
