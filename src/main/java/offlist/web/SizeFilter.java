package offlist.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import offlist.bounce.hook.HookDoor;
import offlist.web.Problem.Kind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that is too large with a problem, before the framework does so without a word. What Alertmanager posts may
 * be larger than the rest, as it does not try again what is refused, and so may a message that came back, wherever it is
 * pasted, and the batch of a web hook.
 */
@ApplicationScoped
public class SizeFilter {
    /** Higher runs earlier; the framework's own limit is at 2. */
    private static final int EARLY = 200;

    private static final int AFTER_THE_FRAMEWORK = 1;
    /** Under this name the framework keeps how much may come of a body that does not say its length. */
    private static final String LIMIT = "io.quarkus.max-request-size";

    private static final int MOST_DIGITS = 12;

    void register(
            @Observes Filters filters,
            @ConfigProperty(name = "offlist.http.max-body-size") MemorySize usual,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize large) {
        Limits limits = new Limits(usual.asLongValue(), large.asLongValue());
        filters.register(context -> check(context, limits.of(context)), EARLY);
        filters.register(context -> limit(context, limits.of(context)), AFTER_THE_FRAMEWORK);
    }

    private record Limits(long usual, long large) {
        private static final Set<String> LARGE =
                Set.of(AlertmanagerResource.PATH, BouncesResource.PATH, TriageResource.PATH, "/triage", "/refusals");
        private static final String HOOKS = BounceHooksResource.PATH + "/";

        long of(RoutingContext context) {
            String path = context.normalizedPath();
            if (path.startsWith(HOOKS)) {
                return Math.min(large, HookDoor.LARGEST);
            }
            return LARGE.contains(path) ? large : usual;
        }
    }

    private static void check(RoutingContext context, long limit) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && larger(length, limit)) {
            ProblemAnswer.send(context, Problem.of(Kind.TOO_LARGE, "a body may have " + limit + " bytes"));
        } else {
            context.next();
        }
    }

    private static void limit(RoutingContext context, long limit) {
        if (context.get(LIMIT) != null) {
            context.put(LIMIT, limit);
        }
        context.next();
    }

    private static boolean larger(String length, long limit) {
        return length.matches("[0-9]+") && (length.length() > MOST_DIGITS || Long.parseLong(length) > limit);
    }
}
