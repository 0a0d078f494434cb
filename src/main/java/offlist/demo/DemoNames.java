package offlist.demo;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.pool.IpAddress;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;

/**
 * The names of the demo's addresses, there and back, as lists want them before they let go. Every fourth address was forgotten, so
 * that there is something to mend.
 */
final class DemoNames {
    private static final long TTL = 60;
    private static final Name HOSTS = Name.fromConstantString("mail." + DemoList.PARENT + ".");
    private static final List<Name> ZONES = List.of(
            HOSTS,
            Name.fromConstantString("2.0.192.in-addr.arpa."),
            Name.fromConstantString("8.b.d.0.1.0.0.2.ip6.arpa."));

    private final Map<Name, Record> records = new HashMap<>();

    DemoNames() {
        number(DemoPool.ipv4(), "mta");
        number(DemoPool.ipv6(), "relay");
    }

    private void number(List<IpAddress> addresses, String prefix) {
        for (int i = 0; i < addresses.size(); i++) {
            if (i % 4 != 2) {
                name(addresses.get(i).toInetAddress(), Name.fromConstantString(prefix + (i + 1) + "." + HOSTS));
            }
        }
    }

    private void name(InetAddress address, Name host) {
        Name reverse = ReverseMap.fromAddress(address);
        records.put(reverse, new PTRRecord(reverse, DClass.IN, TTL, host));
        records.put(
                host,
                address.getAddress().length == 4
                        ? new ARecord(host, DClass.IN, TTL, address)
                        : new AAAARecord(host, DClass.IN, TTL, address));
    }

    /** The zone that a name is in, of those that are served here. */
    Optional<Name> zone(Name name) {
        return ZONES.stream().filter(name::subdomain).findFirst();
    }

    /** What stands at a name, at most one record; a name of which nothing is known is not there. */
    List<Record> at(Name name) {
        return Optional.ofNullable(records.get(name)).stream().toList();
    }
}
