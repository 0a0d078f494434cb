package offlist.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import offlist.pool.IpAddress;

/** What can be said about a web address without showing it. */
final class WebAddress {
    private WebAddress() {}

    static boolean isOne(String text) {
        return parse(text)
                .filter(uri -> "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                .filter(uri -> uri.getHost() != null)
                .isPresent();
    }

    /** Whether it leaves the machine without TLS. */
    static boolean isOpen(String text) {
        return parse(text)
                .filter(uri -> "http".equalsIgnoreCase(uri.getScheme()))
                .filter(uri -> !local(Optional.ofNullable(uri.getHost()).orElse("")))
                .isPresent();
    }

    private static boolean local(String host) {
        String bare = host.replaceAll("[\\[\\]]", "");
        return host.equalsIgnoreCase("localhost")
                || IpAddress.tryParse(bare)
                        .filter(address -> address.toInetAddress().isLoopbackAddress())
                        .isPresent();
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }
}
