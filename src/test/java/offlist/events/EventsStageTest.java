package offlist.events;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

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

        everything.of(opened).complete(null);
        assertThat(sent).isNotDone();
        tasks.of(opened).complete(null);
        assertThat(sent).isCompleted();
    }

    @Test
    void whatAChannelRefusesWasNotTaken() {
        CloudEvent opened = event("offlist.removal.opened");
        CompletableFuture<?> sent = stage.send(opened).toCompletableFuture();

        everything.of(opened).complete(null);
        tasks.of(opened).completeExceptionally(new IllegalStateException("broker gone"));

        assertThat(sent).isCompletedExceptionally();
    }

    private static CloudEvent event(String type) {
        return new CloudEvent("1", type, "192.0.2.10/partner", Instant.EPOCH, "{}");
    }

    /** A channel that acknowledges when it is told to. */
    private static final class Taking implements Emitter<String> {
        private final Map<String, CompletableFuture<Void>> taken = new LinkedHashMap<>();

        CompletableFuture<Void> of(CloudEvent event) {
            return requireNonNull(taken.get(event.json()));
        }

        @Override
        public CompletionStage<Void> send(String payload) {
            return taken.computeIfAbsent(payload, key -> new CompletableFuture<>());
        }

        @Override
        public <M extends Message<? extends String>> void send(M message) {
            send(message.getPayload());
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
