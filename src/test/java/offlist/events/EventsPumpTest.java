package offlist.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import offlist.store.Database;
import offlist.store.OpenStore;
import offlist.store.Outbox;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsPumpTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private Path directory;

    private final List<CloudEvent> offered = new ArrayList<>();
    private final List<CloudEvent> sent = new ArrayList<>();
    private boolean down;
    private OpenStore store;
    private Database database;
    private EventsPump pump;

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
        database = store.database();
        pump = new EventsPump(database, this::send);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private CompletionStage<?> send(CloudEvent event) {
        offered.add(event);
        if (down) {
            return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        }
        sent.add(event);
        return CompletableFuture.completedFuture(event);
    }

    private void happens(String id) {
        database.transact(tx ->
                Outbox.append(tx, id, "offlist.listing.opened", "192.0.2.10/zen", T0, "{\"address\":\"192.0.2.10\"}"));
    }

    @Test
    void everyEntryIsSentOnceInItsOrder() {
        happens("a");
        happens("b");
        happens("c");

        assertThat(pump.step()).as("one, to see whether it is taken").isEqualTo(1);
        assertThat(pump.step()).isEqualTo(2);
        assertThat(pump.step()).isZero();
        assertThat(sent).extracting(CloudEvent::id).containsExactly("a", "b", "c");
    }

    @Test
    void whatTheChannelDidNotTakeComesAgain() {
        happens("a");
        down = true;
        assertThatThrownBy(pump::step)
                .isInstanceOf(NotTakenException.class)
                .hasMessage("the channel takes no events (IllegalStateException)");

        down = false;
        pump.step();

        assertThat(sent).extracting(CloudEvent::id).containsExactly("a");
    }

    @Test
    void aChannelThatIsAwayIsOfferedOneEntryAtATime() {
        happens("a");
        pump.step();
        happens("b");
        happens("c");
        down = true;
        assertThatThrownBy(pump::step).isInstanceOf(NotTakenException.class);
        offered.clear();

        assertThatThrownBy(pump::step).isInstanceOf(NotTakenException.class);
        assertThatThrownBy(pump::step).isInstanceOf(NotTakenException.class);

        assertThat(offered).extracting(CloudEvent::id).containsExactly("b", "b");
    }

    @Test
    void theAgeOfWhatWasNotTakenIsKnown() {
        assertThat(pump.oldest(T0)).isEmpty();
        happens("a");
        happens("b");

        assertThat(pump.oldest(T0.plusSeconds(90))).contains(Duration.ofSeconds(90));
        assertThat(pump.oldest(T0.minusSeconds(90)))
                .as("the clock was set back")
                .contains(Duration.ZERO);
        pump.step();
        pump.step();
        assertThat(pump.oldest(T0.plusSeconds(90))).isEmpty();
    }

    @Test
    void aRestartGoesOnWhereItStood() {
        happens("a");
        pump.step();
        happens("b");

        new EventsPump(database, this::send).step();

        assertThat(sent).extracting(CloudEvent::id).containsExactly("a", "b");
    }

    @Test
    void anEventIsACloudEvent() throws Exception {
        happens("a");
        pump.step();

        JsonNode json = new ObjectMapper().readTree(sent.getFirst().json());

        assertThat(json.path("specversion").asText()).isEqualTo("1.0");
        assertThat(json.path("id").asText()).isEqualTo("a");
        assertThat(json.path("source").asText()).isEqualTo("/offlist");
        assertThat(json.path("type").asText()).isEqualTo("offlist.listing.opened");
        assertThat(json.path("subject").asText()).isEqualTo("192.0.2.10/zen");
        assertThat(json.path("time").asText()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(json.path("datacontenttype").asText()).isEqualTo("application/json");
        assertThat(json.path("data").path("address").asText()).isEqualTo("192.0.2.10");
    }
}
