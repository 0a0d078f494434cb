package offlist.dns;

import org.xbill.DNS.Name;

/**
 * One question to DNS. The name may carry a customer's key, so neither this nor an answer to it is ever printed as is.
 *
 * @param name absolute
 * @param type a record type as dnsjava numbers them ({@code org.xbill.DNS.Type})
 */
public record Question(Name name, int type) {
    @Override
    public String toString() {
        return "Question[" + org.xbill.DNS.Type.string(type) + " …]";
    }
}
