package offlist.catalogue;

import offlist.yaml.Labels;

/** Why a list does not take a question, where its code says so. */
public enum Because {
    /** The question came through a public, open or forwarding resolver. */
    PUBLIC_RESOLVER,
    TOO_MANY_QUERIES,
    /** The address from which the resolver asks has to be enrolled. */
    NOT_REGISTERED,
    BAD_KEY,
    /** The zone is misspelt, or of another kind than the question. */
    BAD_ZONE;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
