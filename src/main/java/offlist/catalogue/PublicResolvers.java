package offlist.catalogue;

import offlist.yaml.Labels;

/** What a list does with questions that come through a public resolver. */
public enum PublicResolvers {
    ALLOWED,
    DISCOURAGED,
    REFUSED,
    UNKNOWN;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
