package offlist.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the pool has been read and the store takes and gives. */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {
    private final DaemonStage stage;

    @Inject
    ReadyCheck(DaemonStage stage) {
        this.stage = stage;
    }

    @Override
    public HealthCheckResponse call() {
        Daemon daemon = stage.daemon();
        return HealthCheckResponse.named("daemon")
                .status(daemon.poolRead() && daemon.recorded())
                .withData("pool-read", daemon.poolRead())
                .withData("store-writable", daemon.recorded())
                .build();
    }
}
