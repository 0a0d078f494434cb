package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import offlist.alert.Sent;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ListId;
import offlist.config.Settings;
import offlist.pool.PoolSettings;
import offlist.probe.Health;
import offlist.probe.Observation;
import offlist.testing.FakeDns;
import offlist.testing.Stores;
import offlist.track.Event;
import offlist.track.ListHealthChanged;
import offlist.track.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Type;

/** A whole daemon whose only list is a file: what the file gains and loses opens and closes, and DNS hears nothing. */
class LocalListTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();
    private volatile Duration ahead = Duration.ZERO;

    @Test
    void whatTheFileGainsAndLosesOpensAndClosesOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("drop.txt"), "198.51.100.0/24 ; SBL1\n");
        try (FakeDns dns = FakeDns.start();
                Daemon daemon = daemon(dns, file)) {
            daemon.start();
            await().atMost(PATIENCE).until(() -> heard.clean.get() >= 16);

            replace(file, "198.51.100.0/24 ; SBL1\n192.0.2.5 ; SBL2\n");
            await().atMost(PATIENCE).until(() -> heard.transitions().count() == 1);
            Transition.Opened opened =
                    (Transition.Opened) heard.transitions().findFirst().orElseThrow();
            assertThat(opened.listing().target().text()).isEqualTo("192.0.2.5");
            assertThat(opened.listing().text()).isEqualTo("SBL2");

            long clean = heard.clean.get();
            replace(file, "198.51.100.0/24 ; SBL1\n203.0.113.7\n");
            await().atMost(PATIENCE).until(() -> heard.transitions().count() == 2);
            await().atMost(PATIENCE).until(() -> heard.clean.get() >= clean + 15);
            assertThat(heard.transitions().toList()).last().isInstanceOf(Transition.Closed.class);
            assertThat(heard.transitions()).hasSize(2);
            // The removal task looks at the names of the address; of the list nothing is asked.
            assertThat(dns.asked().questions()).allMatch(question -> question.type() == Type.PTR);
        }
    }

    @Test
    void aFileThatWasCutShortWhileTheDaemonWasDownClosesNothingUntilItHasStayedSo() throws IOException {
        Path file = Files.writeString(
                folder.resolve("drop.txt"), "192.0.2.5\n192.0.2.7\n198.51.100.0/24\n203.0.113.0/24\n");
        try (FakeDns dns = FakeDns.start()) {
            try (Daemon daemon = daemon(dns, file)) {
                daemon.start();
                await().atMost(PATIENCE).until(() -> heard.transitions().count() == 2);
            }
            replace(file, "192.0.2.5\n");
            long clean = heard.clean.get();
            try (Daemon daemon = daemon(dns, file)) {
                daemon.start();
                await().atMost(PATIENCE).until(() -> heard.health().findFirst().isPresent());
                assertThat(heard.health()).first().satisfies(health -> {
                    assertThat(health.state()).isEqualTo(Health.State.UNREACHABLE);
                    assertThat(health.cause()).contains("has 1 ranges after 4");
                });
                assertThat(heard.transitions()).hasSize(2);
                assertThat(heard.clean).hasValue(clean);

                ahead = PoolSettings.DEFAULT_HOLD.plusMinutes(1);
                await().atMost(PATIENCE).until(() -> heard.transitions().count() == 3);
                Transition.Closed closed =
                        (Transition.Closed) heard.transitions().toList().getLast();
                assertThat(closed.listing().target().text()).isEqualTo("192.0.2.7");
            }
        }
    }

    private Daemon daemon(FakeDns dns, Path file) {
        Catalogue catalogue = CatalogueReader.shipped();
        Loaded loaded = Loaded.ofText("""
                interval: 1h
                resolvers: ["%s"]
                pools: [{name: a, addresses: [192.0.2.0/28, "2001:db8::1"]}]
                lists: {use: [], custom: [{id: drop, file: %s}]}
                """.formatted(dns.id(), file), catalogue);
        Boot boot = new Boot(loaded, catalogue, Stores.sqlite(folder.resolve("data")), Optional.empty());
        return new Daemon(
                boot,
                (receiver, settings) -> {
                    throw new AssertionError("nobody is to be told");
                },
                event -> CompletableFuture.completedFuture(null),
                heard,
                () -> Instant.now().plus(ahead),
                new Random(1));
    }

    private static void replace(Path file, String text) throws IOException {
        Path next = Files.writeString(file.resolveSibling("next"), text);
        Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static final class Heard implements Daemon.Hearers {
        private final AtomicLong clean = new AtomicLong();
        private final List<Event> events = new CopyOnWriteArrayList<>();

        Stream<Health> health() {
            return events.stream()
                    .filter(ListHealthChanged.class::isInstance)
                    .map(event -> ((ListHealthChanged) event).health());
        }

        Stream<Event> transitions() {
            return events.stream().filter(Transition.class::isInstance);
        }

        @Override
        public void checked(Observation observation) {}

        @Override
        public void clean(ListId list, long took) {
            clean.incrementAndGet();
        }

        @Override
        public void happened(Event event) {
            events.add(event);
        }

        @Override
        public void sent(Sent sent) {}

        @Override
        public void asked(Settings settings) {}
    }
}
