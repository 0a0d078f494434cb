package offlist.catalogue;

import offlist.yaml.Labels;

/** What can be asked of a list. */
public enum Kind {
    IPV4,
    IPV6,
    DOMAIN;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
