package offlist.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The channel {@code events-out}. Whoever sends waits for the acknowledgement, so the buffer never grows past a batch. */
@ApplicationScoped
public class EventsStage implements EventSender {
    private static final int MORE_THAN_A_BATCH = 512;

    private final Emitter<String> channel;

    @Inject
    EventsStage(
            @Channel("events-out") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = MORE_THAN_A_BATCH)
                    Emitter<String> channel) {
        this.channel = channel;
    }

    @Override
    public CompletionStage<?> send(CloudEvent event) {
        return channel.send(event.json());
    }
}
