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

/**
 * The connector {@code inproc}: events go to listeners in this process, in order; without listeners they are taken and
 * forgotten, so nothing piles up.
 */
@ApplicationScoped
@Connector("inproc")
public class InMemoryStage implements OutboundConnector {
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** From now on hears of every event as JSON; must not block. */
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    @Override
    public Flow.Subscriber<? extends Message<?>> getSubscriber(Config config) {
        return MultiUtils.via(multi -> multi.onItem().transformToUniAndConcatenate(message -> {
            listeners.forEach(listener -> listener.accept(String.valueOf(message.getPayload())));
            return io.smallrye.mutiny.Uni.createFrom().completionStage(message.ack());
        }));
    }
}
