package offlist.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;
import offlist.web.Problem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that changes something may come from a browser's page. Browsers say where a form was sent from in
 * {@code Sec-Fetch-Site}, which no page can set, older ones in {@code Origin}; a program says neither.
 */
final class SameOrigin {
    private SameOrigin() {}

    /** @param headers the value of a header; null where there is none */
    static void check(Function<String, @Nullable String> headers) {
        Optional<String> site = header(headers, "Sec-Fetch-Site");
        Optional<String> origin = header(headers, "Origin");
        Optional<String> host = header(headers, "Host");
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

    private static Optional<String> header(Function<String, @Nullable String> headers, String name) {
        return Optional.ofNullable(headers.apply(name));
    }
}
