package offlist.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive: the thread that asks turns. */
@Liveness
@ApplicationScoped
public class AliveCheck implements HealthCheck {
    private final DaemonStage stage;

    @Inject
    AliveCheck(DaemonStage stage) {
        this.stage = stage;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("engine")
                .status(stage.daemon().alive())
                .build();
    }
}
