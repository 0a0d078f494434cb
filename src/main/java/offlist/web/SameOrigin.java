package offlist.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Whether a request that changes something may come from a browser's page. Browsers say where a form was sent from in
 * {@code Sec-Fetch-Site}, which no page can set, older ones in {@code Origin}; a program says neither.
 */
final class SameOrigin {
    private SameOrigin() {}

    static boolean allowed(Optional<String> site, Optional<String> origin, Optional<String> host) {
        if (site.isPresent()) {
            return site.get().equals("same-origin");
        }
        return origin.isEmpty()
                || origin.flatMap(SameOrigin::authority)
                        .filter(host.orElse("")::equals)
                        .isPresent();
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getAuthority());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
