package offlist.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import offlist.pool.IpAddress;
import org.xbill.DNS.Name;

/** The part of a query name before the zone, read as RFC 5782 writes addresses: octets or nibbles, reversed. */
record ReversedName(List<String> labels) {
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern NIBBLE = Pattern.compile("[0-9a-fA-F]");
    private static final int OCTETS = 4;
    private static final int NIBBLES = 32;

    static ReversedName below(Name zone, Name name) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < name.labels() - zone.labels(); i++) {
            labels.add(name.getLabelString(i));
        }
        Collections.reverse(labels);
        return new ReversedName(List.copyOf(labels));
    }

    /** The address; an IPv4-mapped one stays IPv6, for that is how the IPv6 test points are asked. */
    Optional<IpAddress> address() {
        if (labels.size() == OCTETS && labels.stream().allMatch(ReversedName::isOctet)) {
            return IpAddress.tryParse(String.join(".", labels));
        }
        if (labels.size() == NIBBLES && labels.stream().allMatch(ReversedName::isNibble)) {
            String digits = String.join("", labels);
            return Optional.of(IpAddress.v6(
                    Long.parseUnsignedLong(digits.substring(0, 16), 16),
                    Long.parseUnsignedLong(digits.substring(16), 16)));
        }
        return Optional.empty();
    }

    /** Whether addresses could stand below this name; then it exists, though it has no records (RFC 8020). */
    boolean leadsToAddresses() {
        return labels.size() < OCTETS && labels.stream().allMatch(ReversedName::isOctet)
                || labels.size() < NIBBLES && labels.stream().allMatch(ReversedName::isNibble);
    }

    private static boolean isOctet(String label) {
        return OCTET.matcher(label).matches() && Integer.parseInt(label) <= 255;
    }

    private static boolean isNibble(String label) {
        return NIBBLE.matcher(label).matches();
    }
}
