package offlist.catalogue;

import offlist.yaml.Labels;

/** What to do with an answer in 127.0.0.0/8 that stands in no code table. */
public enum UnknownCode {
    /** Treat it as a listing and have a person look at it. */
    REVIEW,
    LISTED,
    /** No listing. */
    IGNORE,
    /** A refusal: nothing is known about the address. */
    ERROR;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
