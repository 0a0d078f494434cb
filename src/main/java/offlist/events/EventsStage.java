package offlist.events;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * The channels: {@code events-out} carries everything, {@code removal-tasks} what becomes of removal tasks, for whoever works on
 * those and needs nothing else. Whoever sends waits for the acknowledgement, so no buffer grows past a batch.
 */
@ApplicationScoped
public class EventsStage implements EventSender {
    private static final int MORE_THAN_A_BATCH = 512;
    private static final byte[] CONTENT_TYPE =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.US_ASCII);

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
        CompletableFuture<Void> taken = send(everything, event);
        return event.aboutTask() ? CompletableFuture.allOf(taken, send(tasks, event)) : taken;
    }

    private static CompletableFuture<Void> send(Emitter<String> channel, CloudEvent event) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        channel.send(Message.of(event.json(), Metadata.of(record(event)))
                .withAck(() -> {
                    taken.complete(null);
                    return CompletableFuture.completedFuture(null);
                })
                .withNack(failure -> {
                    taken.completeExceptionally(failure);
                    return CompletableFuture.completedFuture(null);
                }));
        return taken;
    }

    /**
     * What Kafka keeps beside the event. What happens to one listing has one key, so that it stays in order (Kafka protocol binding of
     * CloudEvents 1.0, sections 3.1 and 3.3: structured mode).
     */
    private static OutgoingKafkaRecordMetadata<String> record(CloudEvent event) {
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(event.subject())
                .withHeaders(List.of(new RecordHeader("content-type", CONTENT_TYPE)))
                .build();
    }
}
