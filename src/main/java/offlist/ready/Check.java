package offlist.ready;

import offlist.yaml.Labels;

/** What is looked at. */
public enum Check {
    /** The address has a name in reverse DNS (RFC 1912, section 2.1). */
    PTR,
    /** That name leads back to the address. */
    FORWARD_CONFIRMED,
    /** That name is not one that access networks give to their customers' machines. */
    NAME_NOT_GENERIC,
    /** A name that the servers say HELO with belongs to the address. */
    HELO,
    /** SPF of the domains that are sent with covers the address (RFC 7208). */
    SPF,
    /** The domain exists for mail. */
    DOMAIN_MAIL,
    /** Complaints can be sent to {@code abuse@} and {@code postmaster@} (RFC 2142). */
    ABUSE_CONTACT,
    /** What the server says when a client connects. */
    GREETING,
    /** The server relays for strangers. */
    OPEN_RELAY;

    /** The word for it in JSON. */
    public String label() {
        return Labels.of(this);
    }
}
