package offlist.events;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.connector.OutboundConnector;
import io.smallrye.reactive.messaging.providers.helpers.MultiUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/** The connector {@code inproc}: events are taken and forgotten, so nothing piles up where nobody listens. */
@ApplicationScoped
@Connector("inproc")
public class InMemoryStage implements OutboundConnector {
    @Override
    public Flow.Subscriber<? extends Message<?>> getSubscriber(Config config) {
        return MultiUtils.via(multi -> multi.onItem()
                .transformToUniAndConcatenate(message -> Uni.createFrom().completionStage(message.ack())));
    }
}
