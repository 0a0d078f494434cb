package offlist.catalogue;

import offlist.yaml.Labels;

/** Who may ask a list. */
public enum Access {
    OPEN,
    /** The customer's key is a part of the zone. */
    KEY,
    /** The resolver's address has to be enrolled. */
    IP_AUTHORISED;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
