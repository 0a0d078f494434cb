package offlist.catalogue;

import offlist.yaml.Labels;

/** How the answers of a list are read. */
public enum Style {
    /** The whole address is the code. */
    EXACT,
    /** The bits of the last octet of 127.0.0.x are codes, several at once. */
    BITMASK,
    /** The octets carry fields, such as a category and a level of trust. */
    OCTETS,
    /** The last octet is a number. */
    SCORE,
    /** The answer is a text, there is no address record. */
    TXT;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
