package offlist.alert;

import static offlist.alert.Events.T0;
import static offlist.alert.Events.health;
import static offlist.alert.Events.listing;
import static offlist.alert.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import offlist.alert.Actions.Actor;
import offlist.probe.Health;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import offlist.track.Listing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredActionsTest {
    private static final Listing A = listing("192.0.2.10");
    private static final Actor ANN = new Actor("slack:U1 (ann)");

    @TempDir
    Path directory;

    private OpenStore store;
    private Instant now = T0;
    private Actions actions;

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
        actions = new StoredActions(store.database(), () -> now);
        AlertStory story = new AlertStory(store.database(), "ops");
        story.happens(opened(A, T0), health(Events.ZEN, Health.State.HEALTHY, Health.State.REFUSING, T0));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aPressedAcknowledgementIsKeptOnce() {
        actions.acknowledge(A.id(), ANN);
        actions.acknowledge(A.id(), ANN);

        assertThat(new Incidents(store.database()).of(A.id()).orElseThrow().acknowledged())
                .contains(new Incident.Acknowledgement(T0, "slack:U1 (ann)", ""));
        assertThat(audit()).containsExactly("incident.acknowledge slack:U1 (ann)");
    }

    @Test
    void aPressedSilenceMeansTheIncidentAndNotItsNeighbours() {
        actions.silence(A.id(), Duration.ofHours(24), ANN);
        actions.silence(A.id(), Duration.ofHours(24), ANN);

        assertThat(new Silences(store.database()).since(T0)).singleElement().satisfies(silence -> {
            assertThat(silence.match())
                    .isEqualTo(new Match(Map.of(
                            "kind",
                            Set.of("listing"),
                            "list",
                            Set.of("spamhaus-zen"),
                            "address",
                            Set.of("192.0.2.10"))));
            assertThat(silence.endsAt()).isEqualTo(T0.plus(Duration.ofHours(24)));
        });
    }

    @Test
    void aListInTroubleCanBeSilencedToo() {
        actions.silence("list-health/spamhaus-zen", Duration.ofHours(1), ANN);

        assertThat(new Silences(store.database()).since(T0))
                .singleElement()
                .extracting(silence -> silence.match().toString())
                .isEqualTo("kind=list-health list=spamhaus-zen");
    }

    @Test
    void whoAskedForRemovalIsRemindedNoMore() {
        actions.removalRequested(A.id(), ANN);

        assertThat(new Incidents(store.database()).of(A.id()).orElseThrow().acknowledged())
                .contains(new Incident.Acknowledgement(T0, "slack:U1 (ann)", "removal requested"));
    }

    @Test
    void whatIsOverIsLeftAlone() {
        actions.acknowledge("L-gone", ANN);
        actions.silence("L-gone", Duration.ofHours(1), ANN);
        actions.removalRequested("L-gone", ANN);

        assertThat(audit()).isEmpty();
    }

    private Iterable<String> audit() {
        return new Audit(store.database())
                .newest(10).stream()
                        .map(entry -> entry.action() + " " + entry.actor())
                        .toList();
    }
}
