package offlist.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import offlist.web.Problem.Kind;

/**
 * Whether a request that changes something may come from a browser's page. Browsers say where a form was sent from in
 * {@code Sec-Fetch-Site}, which no page can set, older ones in {@code Origin}; a program says neither.
 */
final class SameOrigin {
    private SameOrigin() {}

    static void check(HttpHeaders headers) {
        Optional<String> site = header(headers, "Sec-Fetch-Site");
        Optional<String> origin = header(headers, "Origin");
        Optional<String> host = header(headers, HttpHeaders.HOST);
        if (!allowed(site, origin, host)) {
            throw new ProblemException(
                    Kind.FOREIGN_PAGE, "only Offlist's own pages, and programs, may change something here");
        }
    }

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

    private static Optional<String> header(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeaderString(name));
    }
}
