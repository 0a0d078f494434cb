package offlist.bounce.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import offlist.bounce.SourceSettings;
import offlist.bounce.message.MessageReader;
import offlist.pool.IpAddress;
import offlist.store.StoreException;
import offlist.testing.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real conversations (RFC 5321) with the port that takes bounces. */
class SmtpListenerTest {
    private static final String BOUNCE =
            "From: MAILER-DAEMON@mx.example.org\r\nSubject: Undelivered\r\n\r\n550 refused";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final AtomicReference<Consumer<byte[]>> taker =
            new AtomicReference<>(bytes -> kept.add(new String(bytes, StandardCharsets.ISO_8859_1)));
    private final List<SmtpListener> open = new ArrayList<>();

    @AfterEach
    void stop() {
        open.forEach(SmtpListener::close);
    }

    private SmtpListener listener(int port, String... recipients) {
        SmtpListener listener = new SmtpListener(
                new SourceSettings.Listen(IpAddress.parse("127.0.0.1"), port, Set.of(recipients)),
                bytes -> taker.get().accept(bytes),
                troubles::add,
                clock);
        open.add(listener);
        return listener;
    }

    private SmtpListener started(String... recipients) throws IOException {
        SmtpListener listener = listener(0, recipients);
        listener.step();
        return listener;
    }

    private static SmtpTalk greeted(SmtpListener listener) throws IOException {
        SmtpTalk talk = SmtpTalk.with(listener.port());
        assertThat(talk.answer()).startsWith("220 ");
        assertThat(talk.say("EHLO mx.example.org")).startsWith("250");
        return talk;
    }

    private static StoreException full() {
        return new StoreException("the disk is full", new IOException("full"));
    }

    @Test
    void aMessageIsAcknowledgedAfterItIsKept() throws IOException {
        AtomicReference<String> answerBefore = new AtomicReference<>("none");
        taker.set(bytes -> {
            answerBefore.set("kept first");
            kept.add(new String(bytes, StandardCharsets.ISO_8859_1));
        });
        try (SmtpTalk talk = greeted(started())) {
            assertThat(talk.deliver("bounces@example.com", BOUNCE)).startsWith("250 ");
        }

        assertThat(answerBefore).hasValue("kept first");
        assertThat(kept).containsExactly(BOUNCE + "\r\n");
    }

    @Test
    void severalMessagesOfOneSessionAreSeveral() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            assertThat(talk.deliver("bounces@example.com", "Subject: one\r\n\r\n..dotted"))
                    .startsWith("250 ");
            assertThat(talk.deliver("bounces@example.com", "Subject: two\r\n\r\n"))
                    .startsWith("250 ");
            assertThat(talk.say("QUIT")).startsWith("221");
        }

        assertThat(kept).hasSize(2);
        assertThat(kept.getFirst()).endsWith("\r\n.dotted\r\n");
    }

    @Test
    void whatIsNotKeptIsNotAcknowledgedAndComesAgain() throws IOException {
        Consumer<byte[]> works = taker.get();
        taker.set(bytes -> {
            throw full();
        });
        try (SmtpTalk talk = greeted(started())) {
            assertThat(talk.deliver("bounces@example.com", BOUNCE)).startsWith("451 4.3.0 ");
            assertThat(talk.deliver("bounces@example.com", BOUNCE)).startsWith("451 4.3.0 ");
            taker.set(works);
            assertThat(talk.deliver("bounces@example.com", BOUNCE)).startsWith("250 ");
        }

        assertThat(kept).hasSize(1);
        assertThat(troubles).containsExactly("the disk is full");
    }

    @Test
    void anOutageIsToldAgainAfterItWasOver() throws IOException {
        Consumer<byte[]> works = taker.get();
        Consumer<byte[]> fails = bytes -> {
            throw full();
        };
        try (SmtpTalk talk = greeted(started())) {
            for (Consumer<byte[]> now : List.of(fails, works, fails)) {
                taker.set(now);
                talk.deliver("bounces@example.com", BOUNCE);
            }
        }

        assertThat(troubles).containsExactly("the disk is full", "the disk is full");
    }

    @Test
    void aMessageThatBreaksTheReaderIsNotAcknowledgedAndHarmsNobody() throws IOException {
        Consumer<byte[]> works = taker.get();
        taker.set(bytes -> {
            throw new IllegalStateException("a mistake of ours");
        });
        SmtpListener listener = started();
        try (SmtpTalk talk = greeted(listener)) {
            assertThat(talk.deliver("bounces@example.com", BOUNCE)).startsWith("451 ");
        }
        taker.set(works);
        try (SmtpTalk talk = greeted(listener)) {
            assertThat(talk.deliver("bounces@example.com", BOUNCE)).startsWith("250 ");
        }
    }

    @Test
    void neitherEncryptionNorALoginIsOfferedAndTheLargestSizeIsTold() throws IOException {
        SmtpListener listener = started();
        try (SmtpTalk talk = SmtpTalk.with(listener.port())) {
            talk.answer();
            String offered = talk.say("EHLO mx.example.org");

            assertThat(offered).contains("SIZE " + MessageReader.LARGEST).doesNotContain("STARTTLS", "AUTH");
            assertThat(talk.say("STARTTLS")).startsWith("454");
            assertThat(talk.say("AUTH PLAIN AGEAYg==")).startsWith("5");
        }
    }

    @Test
    void aMessageThatIsTooLargeIsRefusedAndTheNextOneIsTaken() throws IOException {
        String large = "Subject: large\r\n\r\n" + ("x".repeat(998) + "\r\n").repeat(5000);
        try (SmtpTalk talk = greeted(started())) {
            assertThat(talk.deliver("bounces@example.com", large)).startsWith("552 5.3.4");
            assertThat(talk.say("MAIL FROM:<> SIZE=" + (MessageReader.LARGEST + 1)))
                    .startsWith("552 5.3.4");
            assertThat(talk.deliver("bounces@example.com", BOUNCE)).startsWith("250 ");
        }

        assertThat(kept).containsExactly(BOUNCE + "\r\n");
    }

    @Test
    void commandsInAMessageThatIsTooLargeAreNotObeyed() throws IOException {
        String large = "Subject: large\r\n\r\n" + ("x".repeat(998) + "\r\n").repeat(5000)
                + "RSET\r\nMAIL FROM:<>\r\nRCPT TO:<bounces@example.com>\r\nDATA\r\n";
        try (SmtpTalk talk = greeted(started())) {
            assertThat(talk.deliver("bounces@example.com", large)).startsWith("552 5.3.4");
            assertThat(talk.say("NOOP")).startsWith("250");
        }

        assertThat(kept).isEmpty();
    }

    @Test
    void aMessageInPiecesIsTaken() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            talk.say("MAIL FROM:<>");
            talk.say("RCPT TO:<bounces@example.com>");
            talk.send("BDAT 10\r\nSubject: aBDAT 6 LAST\r\nb\r\n\r\nc");
            assertThat(talk.answer()).startsWith("250");
            assertThat(talk.answer()).startsWith("250");
        }

        assertThat(kept).containsExactly("Subject: ab\r\n\r\nc");
    }

    @Test
    void mailIsTakenForTheAddressesAndDomainsThatWereNamed() throws IOException {
        try (SmtpTalk talk = greeted(started("bounces@example.com", "returns.example"))) {
            talk.say("MAIL FROM:<>");
            assertThat(talk.say("RCPT TO:<Bounces@Example.com>")).startsWith("250");
            assertThat(talk.say("RCPT TO:<any+ann=example.org@returns.example>"))
                    .startsWith("250");
            assertThat(talk.say("RCPT TO:<ann@example.com>")).startsWith("550 5.1.1");
            assertThat(talk.say("RCPT TO:<ann@more.returns.example>")).startsWith("550 5.1.1");
        }
    }

    @Test
    void aHundredRecipientsAreEnough() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            talk.say("MAIL FROM:<>");
            for (int i = 0; i < 100; i++) {
                assertThat(talk.say("RCPT TO:<b" + i + "@example.com>")).startsWith("250");
            }
            assertThat(talk.say("RCPT TO:<last@example.com>")).startsWith("452");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidAndTriedAgain() throws IOException {
        SmtpListener listener;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            listener = listener(other.getLocalPort());
            assertThatThrownBy(listener::step).isInstanceOf(IOException.class).hasMessageContaining("cannot be opened");
            assertThatThrownBy(listener::step).hasMessageContaining("cannot be opened");
        }
        clock.pass(Duration.ofSeconds(2));
        listener.step();

        try (SmtpTalk talk = greeted(listener)) {
            assertThat(talk.say("NOOP")).startsWith("250");
        }
    }

    @Test
    void whoeverTakesTooLongLosesTheConnection() throws IOException {
        SmtpListener listener = started();
        try (SmtpTalk slow = greeted(listener)) {
            slow.say("MAIL FROM:<>");
            slow.say("RCPT TO:<bounces@example.com>");
            slow.say("DATA");
            slow.send("Subject: dripping\r\n");
            clock.pass(Duration.ofMinutes(11));
            try (SmtpTalk quick = greeted(listener)) {
                listener.step();

                assertThat(ended(slow)).isTrue();
                assertThat(quick.deliver("bounces@example.com", BOUNCE)).startsWith("250 ");
            }
        }

        assertThat(kept).containsExactly(BOUNCE + "\r\n");
    }

    private static boolean ended(SmtpTalk talk) {
        try {
            String last = talk.answer();
            return last.isEmpty() || (last.startsWith("421") && talk.answer().isEmpty());
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void aMessageWithoutItsEndIsNotKept() throws IOException {
        SmtpListener listener = started();
        try (SmtpTalk talk = greeted(listener)) {
            talk.say("MAIL FROM:<>");
            talk.say("RCPT TO:<bounces@example.com>");
            talk.say("DATA");
            talk.send("Subject: half\r\n\r\nthe rest is mis");
        }
        try (SmtpTalk talk = greeted(listener)) {
            assertThat(talk.deliver("bounces@example.com", BOUNCE)).startsWith("250 ");
        }
        listener.close();

        assertThat(kept).containsExactly(BOUNCE + "\r\n");
    }

    @Test
    void manyConnectionsDoNotKeepOthersOutForEver() throws IOException {
        SmtpListener listener = started();
        List<SmtpTalk> crowd = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            crowd.add(greeted(listener));
        }
        try (SmtpTalk waiting = SmtpTalk.with(listener.port())) {
            for (SmtpTalk talk : crowd) {
                talk.close();
            }
            String greeting = waiting.answer();
            assertThat(greeting).matches("220 .*|421 .*");
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            try (SmtpTalk talk = SmtpTalk.with(listener.port())) {
                assertThat(talk.answer()).startsWith("220 ");
            }
        });
    }

    @Test
    void nonsenseHarmsNobody() throws IOException {
        SmtpListener listener = started();
        List<String> nonsense = List.of(
                "\0\0\0\0\r\n",
                "MAIL FROM:<> SIZE=99999999999999999999\r\n",
                "EHLO " + "x".repeat(100_000) + "\r\n",
                "GET / HTTP/1.1\r\n",
                "BDAT 99999999999 LAST\r\n",
                "MAIL FROM:<\r\nRCPT TO:>\r\n",
                "\n\n\r\r");
        for (String each : nonsense) {
            try (SmtpTalk talk = greeted(listener)) {
                talk.send(each);
            }
        }
        try (SmtpTalk talk = greeted(listener)) {
            assertThat(talk.deliver("bounces@example.com", BOUNCE)).startsWith("250 ");
        }

        assertThat(kept).containsExactly(BOUNCE + "\r\n");
    }

    @Test
    void aListenerThatIsClosedGivesItsPortFree() throws IOException {
        SmtpListener listener = started();
        int port = listener.port();
        SmtpTalk connected = greeted(listener);
        listener.close();

        assertThat(ended(connected)).isTrue();
        SmtpListener next = listener(port);
        next.step();
        assertThat(next.port()).isEqualTo(port);
        connected.close();
    }
}
