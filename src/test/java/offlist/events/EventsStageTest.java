package offlist.events;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class EventsStageTest {
    private final Taking everything = new Taking();
    private final Taking tasks = new Taking();
    private final EventsStage stage = new EventsStage(everything, tasks);

    @Test
    void whatBecomesOfTasksHasAChannelOfItsOwn() {
        CloudEvent listing = event("offlist.listing.opened");
        CloudEvent opened = event("offlist.removal.opened");
        stage.send(listing);
        stage.send(opened);

        assertThat(everything.taken).containsOnlyKeys(listing.json(), opened.json());
        assertThat(tasks.taken).containsOnlyKeys(opened.json());
    }

    @Test
    void aTaskIsTakenWhenBothChannelsHaveTakenIt() {
        CloudEvent opened = event("offlist.removal.opened");
        CompletableFuture<?> sent = stage.send(opened).toCompletableFuture();

        everything.takes(opened);
        assertThat(sent).isNotDone();
        tasks.takes(opened);
        assertThat(sent).isCompleted();
    }

    @Test
    void whatAChannelRefusesWasNotTaken() {
        CloudEvent opened = event("offlist.removal.opened");
        CompletableFuture<?> sent = stage.send(opened).toCompletableFuture();

        everything.takes(opened);
        tasks.refuses(opened);

        assertThat(sent).isCompletedExceptionally();
    }

    @Test
    void whatHappensToOneListingHasOneKeyAndSaysWhatItIs() {
        CloudEvent listing = event("offlist.listing.opened");
        stage.send(listing);

        OutgoingKafkaRecordMetadata<?> kept = everything
                .of(listing)
                .getMetadata(OutgoingKafkaRecordMetadata.class)
                .orElseThrow();
        assertThat(kept.getKey()).isEqualTo("192.0.2.10/partner");
        assertThat(kept.getHeaders().lastHeader("content-type").value())
                .asString()
                .isEqualTo("application/cloudevents+json; charset=UTF-8");
    }

    private static CloudEvent event(String type) {
        return new CloudEvent("1", type, "192.0.2.10/partner", Instant.EPOCH, "{}");
    }

    /** A channel that acknowledges when it is told to. */
    private static final class Taking implements Emitter<String> {
        private final Map<String, Message<?>> taken = new LinkedHashMap<>();

        private Message<?> of(CloudEvent event) {
            return requireNonNull(taken.get(event.json()));
        }

        void takes(CloudEvent event) {
            of(event).ack();
        }

        void refuses(CloudEvent event) {
            of(event).nack(new IllegalStateException("broker gone"));
        }

        @Override
        public CompletionStage<Void> send(String payload) {
            throw new IllegalStateException("without what Kafka is to keep beside it");
        }

        @Override
        public <M extends Message<? extends String>> void send(M message) {
            taken.put(message.getPayload(), message);
        }

        @Override
        public void complete() {}

        @Override
        public void error(Exception e) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public boolean hasRequests() {
            return true;
        }
    }
}
