package offlist.catalogue;

import offlist.yaml.Labels;

/** What one listing covers. */
public enum Scope {
    ADDRESS,
    RANGE,
    NET_24,
    NET_64,
    ASN,
    DOMAIN,
    COUNTRY;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
