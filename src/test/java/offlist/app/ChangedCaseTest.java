package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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
import offlist.probe.Observation;
import offlist.probe.Verdict;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import offlist.testing.Stores;
import offlist.track.Event;
import offlist.track.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole daemon behind a server that answers in lower case whatever case it is asked in. */
class ChangedCaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final AtomicLong clean = new AtomicLong();
    private final List<Observation> checked = new CopyOnWriteArrayList<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();

    @Test
    void everyQuestionIsAnsweredAndNothingFails() {
        try (FakeDns dns = FakeDns.start()) {
            dns.zone("bl.test").testPoints().list("192.0.2.200", "127.0.0.2", "seen spam");
            dns.always(FakeDnsFault.wire(ChangedCaseTest::lowered));
            try (Daemon daemon = daemon(dns)) {
                daemon.start();
                await().atMost(PATIENCE).until(() -> opened().findAny().isPresent());
                await().atMost(PATIENCE).until(() -> clean.get() + definite() >= 256);
                assertThat(opened().map(opening -> opening.listing().target().text()))
                        .containsExactly("192.0.2.200");
                assertThat(checked).noneMatch(seen -> seen.verdict() instanceof Verdict.Failed);
            }
        }
    }

    private long definite() {
        return checked.stream().filter(seen -> seen.verdict().definite()).count();
    }

    private Stream<Transition.Opened> opened() {
        return events.stream().filter(Transition.Opened.class::isInstance).map(Transition.Opened.class::cast);
    }

    private static byte[] lowered(byte[] message) {
        for (int at = 12; message[at] != 0; at++) {
            message[at] = (byte) Character.toLowerCase(message[at]);
        }
        return message;
    }

    private Daemon daemon(FakeDns dns) {
        Catalogue catalogue = CatalogueReader.shipped();
        Loaded loaded = Loaded.ofText("""
                interval: 5s
                resolvers: ["%s"]
                pools: [{name: a, addresses: [192.0.2.0/24]}]
                lists: {use: [], custom: [{id: bl, zone: bl.test, kinds: [ipv4]}]}
                """.formatted(dns.id()), catalogue);
        Boot boot = new Boot(loaded, catalogue, Stores.sqlite(folder.resolve("data")), Optional.empty());
        return new Daemon(
                boot,
                (receiver, settings) -> {
                    throw new AssertionError("nobody is to be told");
                },
                event -> CompletableFuture.completedFuture(null),
                new Heard(),
                InstantSource.system(),
                new Random(1));
    }

    private final class Heard implements Daemon.Hearers {
        @Override
        public void checked(Observation observation) {
            checked.add(observation);
        }

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
