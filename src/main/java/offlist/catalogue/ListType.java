package offlist.catalogue;

import offlist.yaml.Labels;

/** What an answer of a list says about a sender. */
public enum ListType {
    /** Reason to refuse mail. */
    BLOCK,
    /** Reason to accept mail. */
    ALLOW,
    /** A fact about the address, neither good nor bad. */
    INFORMATIONAL,
    /** A number, answered for nearly everybody. */
    REPUTATION_SCORE;

    /** Whether an entry speaks against the sender; elsewhere it is a fact to know and nothing to get rid of. */
    public boolean bad() {
        return this == BLOCK || this == REPUTATION_SCORE;
    }

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
