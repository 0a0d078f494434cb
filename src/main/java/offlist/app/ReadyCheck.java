package offlist.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import offlist.track.ResolverState;
import offlist.track.ResolverStatus;
import offlist.track.Status;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready: the pool has been read, the store takes and gives, and not every resolver is known to be ill. The catalogue is there, or
 * the daemon would not have started.
 */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {
    private static final Set<ResolverState> USABLE = Set.of(ResolverState.HEALTHY, ResolverState.UNVERIFIED);

    private final DaemonStage stage;

    @Inject
    ReadyCheck(DaemonStage stage) {
        this.stage = stage;
    }

    @Override
    public HealthCheckResponse call() {
        Daemon daemon = stage.daemon();
        boolean resolving = resolving(daemon.board().now());
        return HealthCheckResponse.named("daemon")
                .status(daemon.poolRead() && daemon.recorded() && resolving)
                .withData("pool-read", daemon.poolRead())
                .withData("store-writable", daemon.recorded())
                .withData("resolver-usable", resolving)
                .build();
    }

    /** One that has not been asked yet is not known to be ill. */
    private static boolean resolving(Status now) {
        return now.resolvers().isEmpty()
                || now.resolvers().stream().map(ResolverStatus::state).anyMatch(USABLE::contains);
    }
}
