package offlist.delist;

import offlist.yaml.Labels;

/** Who has to act before a list lets go. */
public enum Actor {
    /** Whoever runs the sending addresses. */
    OPERATOR,
    /** The network's owner: the list hears nobody else. */
    NETWORK_OWNER,
    /** Nobody can ask; the entry goes with its cause and with time. */
    NOBODY;

    /** The word for it in JSON. */
    public String label() {
        return Labels.of(this);
    }
}
