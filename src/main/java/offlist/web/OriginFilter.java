package offlist.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import offlist.web.Problem.Kind;

/** Lets no page of another site change anything, whatever resource is behind it, and no body in that says not what it is. */
@ApplicationScoped
public class OriginFilter {
    /** After the host is known to be ours, before the size of the body matters. */
    private static final int EARLY = 250;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void register(@Observes Filters filters) {
        filters.register(OriginFilter::check, EARLY);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (READING.contains(request.method())) {
            context.next();
        } else if (!sameOrigin(request)) {
            refuse(context, Kind.FOREIGN_PAGE, "only Offlist's own pages, and programs, may change something here");
        } else if (hasBody(request) && request.getHeader(HttpHeaders.CONTENT_TYPE) == null) {
            refuse(context, Kind.WRONG_CONTENT_TYPE, "a body needs a Content-Type, such as application/json");
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context, Kind kind, String detail) {
        ProblemAnswer.send(context, Problem.of(kind, detail));
    }

    private static boolean sameOrigin(HttpServerRequest request) {
        return SameOrigin.allowed(
                header(request, "Sec-Fetch-Site"),
                header(request, "Origin"),
                Optional.ofNullable(request.authority()).map(Object::toString));
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || header(request, "Content-Length")
                        .filter(length -> !length.strip().equals("0"))
                        .isPresent();
    }

    private static Optional<String> header(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
