package offlist.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import offlist.pool.IpAddress;

/** Whether a name by which we are asked is ours. An IP address is always: nobody can let it point elsewhere. */
final class OwnHost {
    private OwnHost() {}

    static boolean known(String host, Set<String> named, Supplier<Optional<URI>> externalUrl) {
        String name = canonical(host);
        return name.equals("localhost")
                || IpAddress.tryParse(bare(name)).isPresent()
                || named.contains(name)
                || externalUrl
                        .get()
                        .map(URI::getHost)
                        .map(OwnHost::canonical)
                        .filter(name::equals)
                        .isPresent();
    }

    /** As names are compared. */
    static String canonical(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
