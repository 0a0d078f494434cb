package offlist.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * The channels: {@code events-out} carries everything, {@code removal-tasks} what becomes of removal tasks, for whoever works on
 * those and needs nothing else. Whoever sends waits for the acknowledgement, so no buffer grows past a batch.
 */
@ApplicationScoped
public class EventsStage implements EventSender {
    private static final int MORE_THAN_A_BATCH = 512;

    private final Emitter<String> everything;
    private final Emitter<String> tasks;

    @Inject
    EventsStage(
            @Channel("events-out") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = MORE_THAN_A_BATCH)
                    Emitter<String> everything,
            @Channel("removal-tasks") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = MORE_THAN_A_BATCH)
                    Emitter<String> tasks) {
        this.everything = everything;
        this.tasks = tasks;
    }

    @Override
    public CompletionStage<?> send(CloudEvent event) {
        String json = event.json();
        CompletionStage<Void> taken = everything.send(json);
        return event.aboutTask()
                ? CompletableFuture.allOf(
                        taken.toCompletableFuture(), tasks.send(json).toCompletableFuture())
                : taken;
    }
}
