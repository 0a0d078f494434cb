package offlist.probe;

import java.util.HexFormat;
import java.util.Optional;
import offlist.catalogue.Zone;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/** The DNS name under which a list knows a target. A customer's key inside it shows itself only in {@link #name()}. */
public final class QueryName {
    private final Name name;
    private final String display;

    private QueryName(Name name, String display) {
        this.name = name;
        this.display = display;
    }

    /** RFC 5782 sections 2.1, 2.4 and 3. Empty when the name would be longer than DNS allows. */
    public static Optional<QueryName> of(Zone zone, Target target) {
        String prefix = prefix(target);
        try {
            Name name = Name.fromString(prefix + "." + zone.name() + ".");
            return Optional.of(new QueryName(name, prefix + "." + zone.display()));
        } catch (TextParseException e) {
            return Optional.empty();
        }
    }

    /** The zone itself as a name to ask under. */
    public static Optional<Name> of(Zone zone) {
        try {
            return Optional.of(Name.fromString(zone.name() + "."));
        } catch (TextParseException e) {
            return Optional.empty();
        }
    }

    private static String prefix(Target target) {
        return switch (target) {
            case DomainName domain -> domain.text();
            case IpAddress address -> address.v6() ? nibbles(address.bytes()) : octets(address.bytes());
        };
    }

    private static String octets(byte[] bytes) {
        return (bytes[3] & 255) + "." + (bytes[2] & 255) + "." + (bytes[1] & 255) + "." + (bytes[0] & 255);
    }

    private static String nibbles(byte[] bytes) {
        StringBuilder hex = new StringBuilder(HexFormat.of().formatHex(bytes)).reverse();
        StringBuilder text = new StringBuilder(63);
        for (int i = 0; i < hex.length(); i++) {
            text.append(i == 0 ? "" : ".").append(hex.charAt(i));
        }
        return text.toString();
    }

    /** The name to ask: for the DNS question and nothing else. */
    public Name name() {
        return name;
    }

    /** With {@code {key}} where the key is. */
    @Override
    public String toString() {
        return display;
    }
}
