package offlist.catalogue;

import offlist.yaml.Labels;

/** What asking a list costs. */
public enum Cost {
    FREE,
    FREE_NONCOMMERCIAL,
    FREE_TIER,
    COMMERCIAL;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
