package offlist.dns;

import java.net.InetSocketAddress;
import java.util.Optional;

/** A resolver as people name it: {@code 127.0.0.1:53}, {@code [::1]:53}. A metric label. */
public record ResolverId(String value) implements Comparable<ResolverId> {
    /**
     * Reads {@code address}, {@code address:port} or {@code [address]:port}; the port is 53 unless given. Empty for
     * anything else, host names too: a resolver that must be resolved is none.
     */
    public static Optional<ResolverId> parse(String text) {
        return ResolverAddress.parse(text).map(ResolverId::of);
    }

    static ResolverId of(InetSocketAddress address) {
        return new ResolverId(ResolverAddress.print(address));
    }

    /** Without the port, as RFC 5952 writes it. */
    public String address() {
        String host = value.substring(0, value.lastIndexOf(':'));
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public int compareTo(ResolverId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
