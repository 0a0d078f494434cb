package offlist.events;

import io.smallrye.reactive.messaging.connector.OutboundConnector;
import io.smallrye.reactive.messaging.providers.helpers.MultiUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jboss.logging.Logger;

/**
 * The connector {@code inproc}: events go to listeners in this process, in order; without listeners they are taken and
 * forgotten, so nothing piles up.
 */
@ApplicationScoped
@Connector("inproc")
public class InMemoryStage implements OutboundConnector {
    private static final Logger LOG = Logger.getLogger(InMemoryStage.class);

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** From now on hears of every event as JSON; must not block. */
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** A listener that fails must not end the stream for the others. */
    private static void tell(Consumer<String> listener, String event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.error("a listener for events fails; the others go on", e);
        }
    }

    @Override
    public Flow.Subscriber<? extends Message<?>> getSubscriber(Config config) {
        return MultiUtils.via(multi -> multi.onItem().transformToUniAndConcatenate(message -> {
            String event = String.valueOf(message.getPayload());
            listeners.forEach(listener -> tell(listener, event));
            return io.smallrye.mutiny.Uni.createFrom().completionStage(message.ack());
        }));
    }
}
