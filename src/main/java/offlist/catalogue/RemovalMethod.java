package offlist.catalogue;

import offlist.yaml.Labels;

/** A way to come off a list. */
public enum RemovalMethod {
    SELF_SERVICE,
    ACCOUNT,
    EMAIL,
    TICKET,
    ISP_REQUEST,
    AUTO_EXPIRY,
    /** Offered by the operator; never needed and never recommended. */
    PAID_EXPRESS,
    /** Each component of the list has its own procedure. */
    SEE_SUBLIST,
    NONE,
    UNKNOWN;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
