package offlist.track;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.catalogue.ListId;
import offlist.catalogue.Scope;
import offlist.pool.IpAddress;
import offlist.pool.IpRange;
import offlist.pool.Target;

/** What a listing covers beyond its own target: listings with the same reach are one incident. */
final class Reach {
    /** Where a list does not say how wide it listed, the smallest network that is routed by itself. */
    private static final int ROUTED_V4 = 24;

    private static final int ROUTED_V6 = 48;
    private static final int NET_64 = 64;
    private static final Pattern AS_NUMBER = Pattern.compile("\\bAS ?(\\d{1,10})\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern INCIDENT = Pattern.compile("([^/]+)/[^/]+/(.+)");

    private Reach() {}

    /** The incident of everything that the same entry of the list covers; empty for an entry of one target. */
    static Optional<String> incident(ListId list, Scope scope, String reason, Target target, String text) {
        return covered(scope, target, text).map(what -> list + "/" + reason + "/" + what);
    }

    /** What the incident of a listing covers, in words; empty for one target and for a wave. */
    static Optional<String> covered(Listing listing) {
        // The reason that it was opened for, which need not be today's.
        Matcher incident = INCIDENT.matcher(listing.incident());
        return covered(listing.scope(), listing.target(), listing.text()).isPresent()
                        && incident.matches()
                        && incident.group(1).equals(listing.list().value())
                ? Optional.of(incident.group(2))
                : Optional.empty();
    }

    private static Optional<String> covered(Scope scope, Target target, String text) {
        return target instanceof IpAddress address ? covered(scope, address, text) : Optional.empty();
    }

    private static Optional<String> covered(Scope scope, IpAddress address, String text) {
        return switch (scope) {
            case ADDRESS, DOMAIN -> Optional.empty();
            case RANGE, NET_24 -> Optional.of(network(address, ROUTED_V6));
            case NET_64 -> Optional.of(network(address, NET_64));
            case ASN -> Optional.of(asNumber(text));
            case COUNTRY -> Optional.of("country");
        };
    }

    private static String network(IpAddress address, int v6Prefix) {
        return IpRange.network(address, address.v6() ? v6Prefix : ROUTED_V4).toString();
    }

    /** Lists of networks name the network in their text; without one all they list is one incident. */
    private static String asNumber(String text) {
        Matcher number = AS_NUMBER.matcher(text);
        return number.find() ? "AS" + number.group(1) : "asn";
    }
}
