package offlist.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import offlist.web.Problem.Kind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers to names that are ours only. Whoever owns any other name may let it point here, and then a browser takes his
 * pages and ours for the same site.
 */
@ApplicationScoped
public class HostFilter {
    /** Before everything else. */
    private static final int FIRST = 300;

    void register(
            @Observes Filters filters,
            @ConfigProperty(name = "offlist.hosts") Optional<List<String>> named,
            Instance<Setup> setup) {
        Set<String> hosts =
                named.orElse(List.of()).stream().map(OwnHost::canonical).collect(Collectors.toUnmodifiableSet());
        filters.register(context -> check(context, hosts, setup), FIRST);
    }

    private static void check(RoutingContext context, Set<String> hosts, Instance<Setup> setup) {
        Optional<String> host = host(context);
        if (host.isPresent()
                && !OwnHost.known(host.get(), hosts, () -> setup.get().externalUrl())) {
            ProblemAnswer.send(
                    context,
                    Problem.of(
                            Kind.WRONG_HOST,
                            Wanted.shown(host.get()) + " is not known as a name of this service; if it is one,"
                                    + " name it in OFFLIST_HOSTS in the environment of the daemon or in `external-url`"));
        } else {
            context.next();
        }
    }

    /** Empty where none is said, as HTTP/1.0 allows; browsers always say it. */
    private static Optional<String> host(RoutingContext context) {
        String said = context.request().getHeader("Host");
        HostAndPort understood = context.request().authority();
        return understood == null ? Optional.ofNullable(said) : Optional.of(understood.host());
    }
}
