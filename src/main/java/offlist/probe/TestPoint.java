package offlist.probe;

import java.util.Optional;
import offlist.catalogue.Kind;
import offlist.catalogue.Zone;
import offlist.pool.IpAddress;
import offlist.pool.Target;

/** A test point as a question. */
record TestPoint(String text, Kind kind) {
    private static final long MAPPED = 0xFFFF_0000_0000L;

    /** Empty when the text makes no name. */
    Optional<QueryName> in(Zone zone) {
        try {
            return QueryName.of(zone, target());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** RFC 5782 section 5 asks for mapped addresses as nibbles, which read as people write them would be IPv4. */
    private Target target() {
        Target target = Target.parse(text);
        return kind == Kind.IPV6 && target instanceof IpAddress address && !address.v6()
                ? IpAddress.v6(0, MAPPED | address.low())
                : target;
    }
}
