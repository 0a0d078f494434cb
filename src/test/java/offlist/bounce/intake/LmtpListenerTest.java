package offlist.bounce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Real conversations in LMTP (RFC 2033) with the port that takes bounces. */
class LmtpListenerTest {
    private static final String BOUNCE =
            "From: MAILER-DAEMON@mx.example.org\r\nSubject: Undelivered\r\n\r\n550 refused";
    private static final String LARGE =
            "Subject: large\r\n\r\n" + ("x".repeat(998) + "\r\n").repeat(MessageReader.LARGEST / 1000 + 1);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final Consumer<byte[]> works = bytes -> kept.add(new String(bytes, StandardCharsets.ISO_8859_1));
    private final AtomicReference<Consumer<byte[]>> taker = new AtomicReference<>(works);
    private final List<SmtpListener> open = new ArrayList<>();

    @AfterEach
    void stop() {
        open.forEach(SmtpListener::close);
    }

    private SmtpListener started(String... recipients) throws IOException {
        SmtpListener listener = new SmtpListener(
                new SourceSettings.Listen(IpAddress.parse("127.0.0.1"), 0, Set.of(recipients)),
                bytes -> taker.get().accept(bytes),
                troubles::add,
                clock);
        open.add(listener);
        listener.step();
        return listener;
    }

    private static SmtpTalk connected(SmtpListener listener) throws IOException {
        SmtpTalk talk = SmtpTalk.with(listener.port());
        assertThat(talk.answer()).startsWith("220 ");
        return talk;
    }

    private static SmtpTalk greeted(SmtpListener listener) throws IOException {
        SmtpTalk talk = connected(listener);
        assertThat(talk.say("LHLO mx.example.org")).startsWith("250");
        return talk;
    }

    /** A transaction up to DATA with these recipients, all of whom are accepted. */
    private static void begin(SmtpTalk talk, String... recipients) throws IOException {
        assertThat(talk.say("MAIL FROM:<>")).startsWith("250 2.1.0");
        for (String recipient : recipients) {
            assertThat(talk.say("RCPT TO:<" + recipient + ">")).startsWith("250 2.1.5");
        }
        assertThat(talk.say("DATA")).startsWith("354");
    }

    /** The replies to the end of a message: as many as are wanted, and then that to a NOOP. */
    private static List<String> ended(SmtpTalk talk, String message, int wanted) throws IOException {
        talk.send(message + "\r\n.\r\n");
        List<String> replies = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            replies.add(talk.answer());
        }
        assertThat(talk.say("NOOP")).as("after " + replies).isEqualTo("250 2.0.0 here");
        return replies;
    }

    @Test
    void theGreetingTellsWhatLmtpDemandsAndTheLargestSize() throws IOException {
        try (SmtpTalk talk = connected(started())) {
            assertThat(talk.say("LHLO mx.example.org").lines().map(line -> line.substring(4)))
                    .containsExactly(
                            "offlist",
                            "PIPELINING",
                            "ENHANCEDSTATUSCODES",
                            "8BITMIME",
                            "SMTPUTF8",
                            "SIZE " + MessageReader.LARGEST);
            assertThat(talk.say("LHLO")).startsWith("501 5.5.4");
        }
    }

    @Test
    void eachRecipientGetsAReplyAndTheMessageIsKeptOnce() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            begin(talk, "a@example.com", "b@example.com", "c@example.com");
            assertThat(ended(talk, BOUNCE, 3)).containsOnly("250 2.0.0 kept").hasSize(3);
            begin(talk, "a@example.com");
            assertThat(ended(talk, BOUNCE, 1)).containsExactly("250 2.0.0 kept");
            assertThat(talk.say("QUIT")).startsWith("221 2.0.0");
        }

        assertThat(kept).containsExactly(BOUNCE + "\r\n", BOUNCE + "\r\n");
    }

    @Test
    void whoWasRefusedGetsNoReplyAfterTheMessage() throws IOException {
        try (SmtpTalk talk = greeted(started("bounces@example.com", "returns.example"))) {
            assertThat(talk.say("MAIL FROM:<>")).startsWith("250");
            assertThat(talk.say("RCPT TO:<ann@example.com>")).startsWith("550 5.1.1");
            assertThat(talk.say("RCPT TO:<bounces@example.com>")).startsWith("250");
            assertThat(talk.say("RCPT TO:<bob@example.com>")).startsWith("550 5.1.1");
            assertThat(talk.say("RCPT TO:<any@returns.example>")).startsWith("250");
            assertThat(talk.say("DATA")).startsWith("354");
            assertThat(ended(talk, BOUNCE, 2)).containsOnly("250 2.0.0 kept");
        }

        assertThat(kept).hasSize(1);
    }

    @Test
    void whenAllWereRefusedThereIsNoMessage() throws IOException {
        try (SmtpTalk talk = greeted(started("bounces@example.com"))) {
            talk.say("MAIL FROM:<>");
            assertThat(talk.say("RCPT TO:<ann@example.com>")).startsWith("550 5.1.1");
            assertThat(talk.say("DATA")).startsWith("503 5.5.1");
            assertThat(talk.say("RCPT TO:<bounces@example.com>")).startsWith("250");
        }
    }

    @Test
    void whoIsNamedTwiceGetsTwoReplies() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            begin(talk, "a@example.com", "a@example.com");
            assertThat(ended(talk, BOUNCE, 2)).containsOnly("250 2.0.0 kept");
        }

        assertThat(kept).hasSize(1);
    }

    @Test
    void whatCannotBeKeptIsPutOffForEachRecipientAndComesAgain() throws IOException {
        taker.set(bytes -> {
            throw new StoreException("the disk is full", new IOException("full"));
        });
        try (SmtpTalk talk = greeted(started())) {
            begin(talk, "a@example.com", "b@example.com");
            assertThat(ended(talk, BOUNCE, 2)).hasSize(2).allMatch(reply -> reply.startsWith("451 4.3.0 "));
            assertThat(kept).isEmpty();
            taker.set(works);
            begin(talk, "a@example.com", "b@example.com");
            assertThat(ended(talk, BOUNCE, 2)).containsOnly("250 2.0.0 kept");
        }

        assertThat(kept).hasSize(1);
        assertThat(troubles).containsExactly("the disk is full");
    }

    @Test
    void aMessageThatBreaksTheReaderIsPutOffForEachRecipient() throws IOException {
        taker.set(bytes -> {
            throw new IllegalStateException("a mistake of ours");
        });
        try (SmtpTalk talk = greeted(started())) {
            begin(talk, "a@example.com", "b@example.com");
            assertThat(ended(talk, BOUNCE, 2)).allMatch(reply -> reply.startsWith("451 4.3.0 "));
        }
    }

    @Test
    void aMessageThatIsTooLargeIsRefusedForEachRecipientAndTheNextOneIsTaken() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            begin(talk, "a@example.com", "b@example.com");
            assertThat(ended(talk, LARGE, 2)).hasSize(2).allMatch(reply -> reply.startsWith("552 5.3.4 "));
            begin(talk, "a@example.com");
            assertThat(ended(talk, BOUNCE, 1)).containsExactly("250 2.0.0 kept");
        }

        assertThat(kept).containsExactly(BOUNCE + "\r\n");
    }

    @Test
    void aDeclaredSizeThatIsTooLargeIsRefusedAtOnce() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            assertThat(talk.say("MAIL FROM:<> SIZE=" + (MessageReader.LARGEST + 1)))
                    .startsWith("552 5.3.4");
            assertThat(talk.say("MAIL FROM:<> SIZE=99999999999999999999")).startsWith("552 5.3.4");
            assertThat(talk.say("MAIL FROM:<> BODY=8BITMIME SIZE=" + MessageReader.LARGEST))
                    .startsWith("250 2.1.0");
        }
    }

    @Test
    void commandsInAMessageAreNotObeyed() throws IOException {
        String commands = "RSET\r\nMAIL FROM:<>\r\nRCPT TO:<bounces@example.com>\r\nDATA\r\n";
        try (SmtpTalk talk = greeted(started())) {
            begin(talk, "a@example.com");
            assertThat(ended(talk, LARGE + commands, 1)).allMatch(reply -> reply.startsWith("552 "));
            begin(talk, "a@example.com");
            assertThat(ended(talk, commands, 1)).containsExactly("250 2.0.0 kept");
        }

        assertThat(kept).containsExactly(commands + "\r\n");
    }

    @Test
    void aDotAtTheBeginningOfALineIsTakenOff() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            begin(talk, "a@example.com");
            ended(talk, "Subject: dots\r\n\r\n..\r\n..one\r\n...two\r\nthree.\r\n\n.\nfour", 1);
        }

        assertThat(kept).containsExactly("Subject: dots\r\n\r\n.\r\n.one\r\n..two\r\nthree.\r\n\n.\nfour\r\n");
    }

    @Test
    void aMessageWithoutItsEndIsNotKept() throws IOException {
        SmtpListener listener = started();
        try (SmtpTalk talk = greeted(listener)) {
            begin(talk, "a@example.com", "b@example.com");
            talk.send("Subject: half\r\n\r\nthe rest is mis");
        }
        try (SmtpTalk talk = greeted(listener)) {
            begin(talk, "a@example.com");
            ended(talk, BOUNCE, 1);
        }
        listener.close();

        assertThat(kept).containsExactly(BOUNCE + "\r\n");
    }

    @Test
    void allOfItMayBeSentAtOnce() throws IOException {
        try (SmtpTalk talk = greeted(started("bounces@example.com"))) {
            talk.send("MAIL FROM:<>\r\nRCPT TO:<bounces@example.com>\r\nRCPT TO:<ann@example.com>\r\n"
                    + "RCPT TO:<bounces@example.com>\r\nDATA\r\n");
            for (String reply : List.of("250 2.1.0", "250 2.1.5", "550 5.1.1", "250 2.1.5", "354")) {
                assertThat(talk.answer()).startsWith(reply);
            }
            talk.send(BOUNCE + "\r\n.\r\nMAIL FROM:<>\r\nRSET\r\nQUIT\r\n");
            for (String reply : List.of("250 2.0.0 kept", "250 2.0.0 kept", "250 2.1.0", "250 2.0.0", "221 2.0.0")) {
                assertThat(talk.answer()).startsWith(reply);
            }
        }

        assertThat(kept).hasSize(1);
    }

    @Test
    void commandsOutOfOrderAreRefusedAndHarmNothing() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            assertThat(talk.say("DATA")).startsWith("503 5.5.1");
            assertThat(talk.say("RCPT TO:<a@example.com>")).startsWith("503 5.5.1");
            assertThat(talk.say("MAIL FROM:<>")).startsWith("250");
            assertThat(talk.say("DATA")).startsWith("503 5.5.1");
            assertThat(talk.say("MAIL FROM:<>")).startsWith("503 5.5.1");
            assertThat(talk.say("RCPT TO:<a@example.com>")).startsWith("250");
            assertThat(talk.say("RSET")).startsWith("250 2.0.0");
            assertThat(talk.say("DATA")).startsWith("503 5.5.1");
            begin(talk, "a@example.com");
            assertThat(ended(talk, BOUNCE, 1)).containsExactly("250 2.0.0 kept");
            assertThat(talk.say("DATA")).startsWith("503 5.5.1");
        }

        assertThat(kept).hasSize(1);
    }

    @Test
    void aSecondLhloForgetsTheTransaction() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            talk.say("MAIL FROM:<>");
            talk.say("RCPT TO:<a@example.com>");
            assertThat(talk.say("LHLO mx.example.org")).startsWith("250");
            assertThat(talk.say("RCPT TO:<b@example.com>")).startsWith("503 5.5.1");
        }
    }

    @Test
    void whoBeganWithLhloStaysWithLmtp() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            assertThat(talk.say("EHLO mx.example.org")).startsWith("500 5.5.1");
            assertThat(talk.say("HELO mx.example.org")).startsWith("500 5.5.1");
            begin(talk, "a@example.com", "b@example.com");
            assertThat(ended(talk, BOUNCE, 2)).hasSize(2).containsOnly("250 2.0.0 kept");
        }
    }

    @Test
    void whoBeganWithEhloStaysWithSmtp() throws IOException {
        try (SmtpTalk talk = connected(started())) {
            talk.say("EHLO mx.example.org");
            assertThat(talk.say("LHLO mx.example.org")).startsWith("503 5.5.1");
            talk.say("MAIL FROM:<>");
            talk.say("RCPT TO:<a@example.com>");
            talk.say("RCPT TO:<b@example.com>");
            assertThat(talk.say("DATA")).startsWith("354");
            assertThat(talk.say(BOUNCE + "\r\n.")).startsWith("250 ");
            assertThat(talk.say("QUIT")).startsWith("221");
        }

        assertThat(kept).hasSize(1);
    }

    @Test
    void sessionsOfBothKindsDoNotMeet() throws IOException {
        SmtpListener listener = started();
        try (SmtpTalk lmtp = greeted(listener);
                SmtpTalk smtp = connected(listener)) {
            assertThat(smtp.say("EHLO mx.example.org")).contains("CHUNKING");
            begin(lmtp, "a@example.com", "b@example.com");
            assertThat(smtp.deliver("a@example.com", BOUNCE)).startsWith("250 ");
            assertThat(ended(lmtp, BOUNCE, 2)).hasSize(2);
            assertThat(smtp.say("QUIT")).startsWith("221");
        }
    }

    @Test
    void aHundredRecipientsAreEnough() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            talk.say("MAIL FROM:<>");
            for (int i = 0; i < 100; i++) {
                assertThat(talk.say("RCPT TO:<b" + i + "@example.com>")).startsWith("250");
            }
            assertThat(talk.say("RCPT TO:<last@example.com>")).startsWith("452 4.5.3");
            assertThat(talk.say("DATA")).startsWith("354");
            assertThat(ended(talk, BOUNCE, 100)).containsOnly("250 2.0.0 kept");
        }
    }

    @Test
    void whatIsNotOfferedIsRefused() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            for (String command : List.of("STARTTLS", "AUTH PLAIN AGEAYg==", "VRFY ann", "EXPN all", "HELP")) {
                assertThat(talk.say(command)).startsWith("502 5.5.1");
            }
            assertThat(talk.say("MAIL FROM:ann")).startsWith("501 5.5.4");
            assertThat(talk.say("MAIL FROM:<>")).startsWith("250");
            assertThat(talk.say("RCPT TO:<>")).startsWith("501 5.5.4");
            assertThat(talk.say("RCPT TO:ann")).startsWith("501 5.5.4");
        }
    }

    @Test
    void piecesAreNotOfferedAndNothingInThemIsObeyed() throws IOException {
        try (SmtpTalk talk = greeted(started())) {
            talk.say("MAIL FROM:<>");
            talk.say("RCPT TO:<a@example.com>");
            assertThat(talk.say("BDAT 10 LAST")).startsWith("502 5.5.1");
            assertThat(talk.answer()).isEmpty();
        }

        assertThat(kept).isEmpty();
    }

    @Test
    void nonsenseHarmsNobody() throws IOException {
        SmtpListener listener = started();
        for (String each : List.of(
                "\0\0\0\0\r\n",
                "LHLO " + "x".repeat(100_000) + "\r\n",
                "RCPT TO:<" + "\"\\".repeat(400) + ">\r\n",
                "MAIL FROM:<\r\nRCPT TO:>\r\n",
                "DATA\r\n.\r\n",
                "\n\n\r\r")) {
            try (SmtpTalk talk = greeted(listener)) {
                talk.send(each);
            }
        }
        try (SmtpTalk talk = greeted(listener)) {
            begin(talk, "a@example.com");
            assertThat(ended(talk, BOUNCE, 1)).containsExactly("250 2.0.0 kept");
        }

        assertThat(kept).containsExactly(BOUNCE + "\r\n");
    }

    @Test
    void lmtpIsNotSpokenAtSmtpsOwnPort() {
        assertThat(Lmtp.isAllowedAt(25)).isFalse();
        assertThat(Lmtp.isAllowedAt(2525)).isTrue();
    }
}
