package offlist.demo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offlist.pool.IpAddress;

/** The sending addresses of the demo, all from the ranges for documentation (RFC 5737, RFC 3849). */
final class DemoPool {
    private static final int FIRST = 10;
    private static final int IPV4 = 20;
    private static final int IPV6 = 4;

    private DemoPool() {}

    static List<IpAddress> ipv4() {
        return IntStream.range(FIRST, FIRST + IPV4)
                .mapToObj(host -> IpAddress.parse("192.0.2." + host))
                .toList();
    }

    static List<IpAddress> ipv6() {
        return IntStream.rangeClosed(1, IPV6)
                .mapToObj(host -> IpAddress.parse("2001:db8::" + host))
                .toList();
    }

    static List<IpAddress> all() {
        return Stream.concat(ipv4().stream(), ipv6().stream()).toList();
    }
}
