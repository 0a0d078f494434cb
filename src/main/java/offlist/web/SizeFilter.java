package offlist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import offlist.web.Problem.Kind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says it is too large with a problem, before the framework does so without a word. */
@ApplicationScoped
public class SizeFilter {
    /** Higher runs earlier; the framework's own limit is at 2. */
    private static final int EARLY = 200;

    private static final int MOST_DIGITS = 12;

    void register(
            @Observes Filters filters, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        long limit = most.asLongValue();
        filters.register(context -> check(context, limit), EARLY);
    }

    private static void check(RoutingContext context, long limit) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && larger(length, limit)) {
            refuse(context, limit);
        } else {
            context.next();
        }
    }

    private static boolean larger(String length, long limit) {
        return length.matches("[0-9]+") && (length.length() > MOST_DIGITS || Long.parseLong(length) > limit);
    }

    private static void refuse(RoutingContext context, long limit) {
        Problem problem = Problem.of(Kind.TOO_LARGE, "a body may have " + limit + " bytes");
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(json(problem));
    }

    private static String json(Problem problem) {
        try {
            return new ObjectMapper().writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always written", e);
        }
    }
}
