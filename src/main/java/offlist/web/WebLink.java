package offlist.web;

import java.net.URI;
import java.util.Optional;

/** What may stand in a link of ours: web addresses and nothing that runs. */
final class WebLink {
    private WebLink() {}

    static Optional<String> of(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<String> of(Optional<URI> uri) {
        return uri.map(URI::toString).flatMap(WebLink::of);
    }
}
