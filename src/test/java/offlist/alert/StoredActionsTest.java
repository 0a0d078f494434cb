package offlist.alert;

import static offlist.alert.Events.T0;
import static offlist.alert.Events.health;
import static offlist.alert.Events.listing;
import static offlist.alert.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import offlist.alert.Actions.Actor;
import offlist.dns.ResolverId;
import offlist.probe.Health;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import offlist.track.Event;
import offlist.track.Listing;
import offlist.track.ResolverHealthChanged;
import offlist.track.Trouble;
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
    private AlertStory story;

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
        actions = new StoredActions(store.database(), () -> now);
        story = new AlertStory(store.database(), "ops");
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
                .isEqualTo("kind=list-health list=spamhaus-zen about=spamhaus-zen");
    }

    @Test
    void aSilenceMeansOneResolverSourceOrReceiverAndNotItsWholeKind() {
        story.happens(
                resolver("192.0.2.53"),
                resolver("192.0.2.54"),
                trouble(Trouble.Kind.POOL_SOURCE, "spf example.com"),
                trouble(Trouble.Kind.DELIVERY, "mail"),
                trouble(Trouble.Kind.BUDGET, "spamcop"));

        List.of("resolver-health/192.0.2.53", "pool-source/spf example.com", "delivery/mail", "budget/spamcop")
                .forEach(incident -> actions.silence(incident, Duration.ofHours(24), ANN));

        assertThat(new Silences(store.database()).since(T0))
                .extracting(silence -> silence.match().toString())
                .containsExactlyInAnyOrder(
                        "kind=resolver-health about=192.0.2.53",
                        "kind=pool-source about=spf example.com",
                        "kind=delivery about=mail",
                        "kind=budget list=spamcop about=spamcop");
        story.at(T0.plus(AlertStory.WAIT));
        assertThat(String.join(", ", story.told("ops")))
                .contains("192.0.2.54")
                .doesNotContain("192.0.2.53", "example.com", "mail", "spamcop");
    }

    @Test
    void whatAGroupOfListingsIsCalledStaysWhatItWas() {
        AlertLabels labels = AlertLabels.of(A);

        assertThat(labels.groupKey(List.of("list", "about"))).isEqualTo("list=spamhaus-zen kind=listing");
        assertThat(labels.groupKey(List.of("...")))
                .isEqualTo("pool=transactional list=spamhaus-zen severity=critical reason=snowshoe scope=address"
                        + " address=192.0.2.10 kind=listing");
        assertThat(AlertLabels.of(AlertKind.DELIVERY).with("about", "mail").groupKey(List.of("about")))
                .isEqualTo("kind=delivery about=mail");
    }

    private static Event resolver(String address) {
        return new ResolverHealthChanged(
                "r-" + address, T0, new ResolverId(address), "healthy", "unreachable", "no answer");
    }

    private static Event trouble(Trouble.Kind kind, String about) {
        return new Trouble("t-" + about, T0, kind, about, false, kind.label() + " of " + about, List.of());
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
