package offlist.catalogue;

import offlist.yaml.Labels;

/** What a listing does to a sender, worst first. */
public enum Severity {
    CRITICAL,
    MAJOR,
    MINOR,
    INFORMATIONAL;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
