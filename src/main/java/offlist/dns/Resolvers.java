package offlist.dns;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.io.DefaultIoClientFactory;
import org.xbill.DNS.io.TcpIoClient;

/** All servers of the process over one set of sockets. Threads may share it. */
public final class Resolvers implements AutoCloseable {
    private final UdpSockets udp = UdpSockets.open();
    private final TcpIoClient tcp = new DefaultIoClientFactory().createOrGetTcpClient();
    private final Map<ResolverId, Resolver> resolvers = new ConcurrentHashMap<>();

    /** The servers the system asks, in its order. */
    public static List<ResolverId> systemDefault() {
        return ResolverConfig.getCurrentConfig().servers().stream()
                .filter(server -> !server.isUnresolved())
                .map(ResolverId::of)
                .distinct()
                .toList();
    }

    /** The server of that name; an id that does not come from {@link ResolverId#parse} is our own mistake. */
    public Resolver resolver(ResolverId id) {
        return resolvers.computeIfAbsent(id, this::open);
    }

    private Resolver open(ResolverId id) {
        InetSocketAddress address = ResolverAddress.parse(id.value())
                .orElseThrow(() -> new IllegalArgumentException("not the address of a resolver: " + id));
        return new DnsResolver(id, address, udp, tcp);
    }

    /** Lookups apart from the checks, in the order of preference. */
    public Lookups lookups(List<ResolverId> ids, Duration timeout, int tries) {
        return new Lookups(ids.stream().map(this::resolver).toList(), timeout, tries);
    }

    /** Packets that answered nothing: late, forged or broken. */
    public long ignoredPackets() {
        return udp.ignored();
    }

    @Override
    public void close() {
        udp.close();
    }
}
