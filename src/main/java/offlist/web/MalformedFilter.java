package offlist.web;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import offlist.web.Problem.Kind;

/**
 * Answers what is no request (RFC 9112): no name of a host, a chunk without a size, an end in the middle. The router would log each as a
 * failure of its own, and whoever likes could fill the log.
 */
@ApplicationScoped
public class MalformedFilter {
    void pages(@Observes Router router) {
        guard(router);
    }

    void management(@Observes ManagementInterface management) {
        guard(management.router());
    }

    private static void guard(Router router) {
        router.route().order(Integer.MIN_VALUE).handler(MalformedFilter::path).failureHandler(MalformedFilter::failed);
    }

    /** The router itself stumbles over a path such as {@code /%zz}. */
    private static void path(RoutingContext context) {
        if (decodable(context)) {
            context.next();
        } else {
            refuse(context);
        }
    }

    private static boolean decodable(RoutingContext context) {
        try {
            return context.normalizedPath() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void failed(RoutingContext context) {
        if (malformed(context)) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (!response.ended() && !response.closed()) {
            ProblemAnswer.send(context, Problem.of(Kind.BAD_REQUEST, "the request breaks off, or is no HTTP"));
        }
    }

    /** A chunk's size that is no number comes as the framework's reader of numbers has it. */
    private static boolean malformed(RoutingContext context) {
        Throwable failure = context.failure();
        return context.statusCode() == Kind.BAD_REQUEST.status()
                || failure instanceof VertxException
                || failure instanceof NumberFormatException;
    }
}
