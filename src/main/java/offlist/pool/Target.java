package offlist.pool;

/** What a list can be asked about: a sending address or a domain name. */
public sealed interface Target permits IpAddress, DomainName {

    /** The canonical text: an address as RFC 5952 says, a domain as its lower-case A-label name. */
    String text();

    /** Reads either form back from its canonical text. */
    static Target parse(String text) {
        return IpAddress.tryParse(text).<Target>map(address -> address).orElseGet(() -> DomainName.parse(text));
    }
}
