package offlist.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.smtp.SmtpConversation;
import offlist.testing.FreePorts;
import offlist.testing.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real servers on the loopback, good ones and bad ones. */
class SmtpLookTest {
    private static final IpAddress HERE = IpAddress.parse("127.0.0.1");
    private static final Sender SENDER = new Sender(List.of(), List.of(new DomainName("mta14.example.com")));
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BANNER = "220 mta14.example.com ESMTP";
    private static final String EXTENSIONS = "250-mta14.example.com hello\n250-SIZE 1000\n250 STARTTLS";
    private static final String REFUSAL = "554 5.7.1 <relay-test@example.org>: Relay access denied";

    @Test
    void aServerInOrderIsGoodAndHearsNoMessage() {
        try (ScriptedServer server = ScriptedServer.polite(BANNER, Map.of("EHLO", EXTENSIONS, "RCPT", REFUSAL))) {
            List<Finding> findings = look(server.port());
            assertEquals(
                    List.of("GREETING GOOD", "OPEN_RELAY GOOD"),
                    findings.stream().map(SmtpLookTest::words).toList());
            assertEquals(
                    "The server at 127.0.0.1 greets with `220 mta14.example.com ESMTP` and offers STARTTLS.",
                    findings.get(0).evidence());
            assertEquals(
                    "From 127.0.0.1 without a login: RCPT TO:<relay-test@example.org> `" + REFUSAL
                            + "`, RCPT TO:<relay-test@relay-test.invalid> `" + REFUSAL + "`. No message was sent.",
                    findings.get(1).evidence());
            assertEquals(
                    List.of(
                            "EHLO [127.0.0.1]",
                            "MAIL FROM:<>",
                            "RCPT TO:<relay-test@example.org>",
                            "RCPT TO:<relay-test@relay-test.invalid>",
                            "RSET",
                            "MAIL FROM:<relay-test@example.com>",
                            "RCPT TO:<relay-test@example.org>",
                            "RCPT TO:<relay-test@relay-test.invalid>",
                            "RSET",
                            "QUIT"),
                    server.heard());
        }
    }

    @Test
    void aServerThatTakesEverythingIsAnOpenRelay() {
        GreenMail mail = new GreenMail(new ServerSetup(FreePorts.next(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            List<Finding> findings = look(mail.getSmtp().getPort());
            assertEquals(
                    List.of("GREETING BAD", "OPEN_RELAY BAD"),
                    findings.stream().map(SmtpLookTest::words).toList());
            assertThat(findings.get(0).evidence())
                    .contains("GreenMail")
                    .endsWith("it names none of the HELO names, STARTTLS is not offered.");
            assertEquals(0, mail.getReceivedMessages().length);
        } finally {
            mail.stop();
        }
    }

    @Test
    void whatIsTakenFromAnInsiderTellsNothingAboutStrangers() {
        try (ScriptedServer server = ScriptedServer.polite(BANNER, Map.of())) {
            Finding finding = relay(new SmtpLook(settings(server.port()), HERE::equals));
            assertEquals(Result.UNKNOWN, finding.result());
            assertThat(finding.evidence()).contains("may relay for this machine on purpose");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL | 530 5.7.0 Authentication required | GOOD",
                "MAIL | 530 5.7.0 Must issue a STARTTLS command first | UNKNOWN",
                "MAIL | 451 4.3.0 later | UNKNOWN",
                "MAIL | 550 5.1.8 sender rejected | UNKNOWN",
                "RCPT | 550 no | GOOD",
                "RCPT | 550 5.7.1 no | GOOD",
                "RCPT | 451 4.7.1 greylisted | UNKNOWN",
                "RCPT | 550 5.1.2 unknown domain | UNKNOWN",
                "RCPT | 556 5.1.10 null MX | UNKNOWN",
                "RCPT | 550 5.4.4 no route | UNKNOWN",
                "RCPT | 503 MAIL must come before RCPT | UNKNOWN",
                "RCPT | 550 5.1.8 sender unknown | UNKNOWN",
                "RCPT | 550 5.1.1 user unknown | GOOD",
                "MAIL FROM:<> | 550 no bounces | BAD",
                "MAIL FROM:<relay-test@example.com> | 550 no | BAD",
                "RCPT | 251 will forward | BAD",
                "RCPT TO:<relay-test@example.org> | 550 5.1.2 unknown domain | BAD",
                "RCPT TO:<relay-test@relay-test.invalid> | 550 5.7.1 no | BAD",
            })
    void theReplyDecides(String command, String reply, Result result) {
        try (ScriptedServer server = ScriptedServer.polite(BANNER, Map.of(command, reply))) {
            assertEquals(result, relay(look(server.port())).result());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "220 mta14.example.com ESMTP | GOOD",
                "220-MTA14.example.com\\n220 welcome | GOOD",
                "220 mx.example.com ESMTP | BAD",
                "220 ***** | BAD",
                "220 | BAD",
                "421 4.3.2 too busy | UNKNOWN",
                "554 no SMTP service here | GOOD",
            })
    void theGreetingDecides(String banner, Result result) {
        String lines = banner.replace("\\n", "\n");
        try (ScriptedServer server = ScriptedServer.polite(lines, Map.of("EHLO", EXTENSIONS, "RCPT", REFUSAL))) {
            assertEquals(result, look(server.port()).getFirst().result());
        }
    }

    @Test
    void withoutHeloNamesAnyFullNameWillDo() {
        Sender nameless = new Sender(List.of(), List.of());
        try (ScriptedServer good = ScriptedServer.polite("220 mx.example.net hi", Map.of("EHLO", EXTENSIONS));
                ScriptedServer bad = ScriptedServer.polite("220 localhost hi", Map.of("EHLO", EXTENSIONS))) {
            assertEquals(
                    Result.GOOD,
                    stranger(good.port())
                            .of(HERE, nameless, PATIENCE)
                            .getFirst()
                            .result());
            assertEquals(
                    Result.BAD,
                    stranger(bad.port()).of(HERE, nameless, PATIENCE).getFirst().result());
        }
    }

    @Test
    void anOldServerIsGreetedTheOldWay() {
        try (ScriptedServer server = ScriptedServer.polite(BANNER, Map.of("EHLO", "502 what", "RCPT", REFUSAL))) {
            assertEquals(Result.GOOD, relay(look(server.port())).result());
            assertThat(server.heard()).contains("HELO [127.0.0.1]");
        }
    }

    @Test
    void whatTakesNoMailRelaysForNobody() {
        try (ScriptedServer server = ScriptedServer.polite("554 5.7.1 go away", Map.of())) {
            assertEquals(
                    List.of("GREETING GOOD", "OPEN_RELAY GOOD"),
                    look(server.port()).stream().map(SmtpLookTest::words).toList());
        }
        List<Finding> findings = look(FreePorts.next());
        assertEquals(
                List.of("GREETING GOOD", "OPEN_RELAY GOOD"),
                findings.stream().map(SmtpLookTest::words).toList());
        assertThat(findings.get(1).evidence()).startsWith("Nothing listens on port ");
    }

    static Stream<ScriptedServer.Script> hostile() {
        return Stream.of(
                (in, out) -> {},
                (in, out) -> in.read(),
                (in, out) -> {
                    while (true) {
                        out.write('x');
                    }
                },
                (in, out) -> {
                    while (true) {
                        ScriptedServer.send(out, "220-and another thing");
                    }
                },
                (in, out) -> {
                    ScriptedServer.send(out, "HTTP/1.1 400 Bad Request");
                    in.read();
                },
                (in, out) -> {
                    ScriptedServer.send(out, "999 what");
                    in.read();
                },
                (in, out) -> {
                    out.write(new byte[] {0, -1, 13, 10, 27, 91, 50, 74, 10});
                    in.read();
                });
    }

    @ParameterizedTest
    @CsvSource({"x, a line of more than 2048 characters", "220-more\\n, a reply of more than 100 lines"})
    void whatHasNoEndIsCutByItsLength(String piece, String reason) {
        ScriptedServer.Script endless = (in, out) -> {
            byte[] bytes = piece.replace("\\n", "\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            while (true) {
                out.write(bytes);
            }
        };
        try (ScriptedServer server = new ScriptedServer(endless)) {
            assertThat(look(server.port()).getFirst().evidence()).contains(reason);
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileServerEndsInUnknown(ScriptedServer.Script script) {
        try (ScriptedServer server = new ScriptedServer(script)) {
            long start = System.nanoTime();
            List<Finding> findings = stranger(server.port()).of(HERE, SENDER, Duration.ofMillis(700));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertEquals(
                    List.of("GREETING UNKNOWN", "OPEN_RELAY UNKNOWN"),
                    findings.stream().map(SmtpLookTest::words).toList());
            assertThat(findings).noneMatch(finding -> finding.evidence().matches(".*\\p{Cntrl}.*"));
        }
    }

    /** A byte now and then keeps each single read alive, but not the whole. */
    @Test
    void aServerThatDripsIsLeft() throws InterruptedException {
        var pause = new java.util.concurrent.Semaphore(0);
        ScriptedServer.Script drip = (in, out) -> {
            try {
                while (!pause.tryAcquire(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    out.write('2');
                }
            } catch (InterruptedException stop) {
                return;
            }
        };
        try (ScriptedServer server = new ScriptedServer(drip)) {
            long start = System.nanoTime();
            List<Finding> findings = stranger(server.port()).of(HERE, SENDER, Duration.ofMillis(600));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(findings).allMatch(finding -> finding.result() == Result.UNKNOWN);
            assertThat(findings.getFirst().evidence()).contains("no answer in time");
        }
    }

    @Test
    void whatWasSeenBeforeTheEndStands() {
        ScriptedServer.Script script = (in, out) -> {
            ScriptedServer.send(out, BANNER);
            in.readLine();
            ScriptedServer.send(out, EXTENSIONS);
            in.readLine();
        };
        try (ScriptedServer server = new ScriptedServer(script)) {
            assertEquals(
                    List.of("GREETING GOOD", "OPEN_RELAY UNKNOWN"),
                    look(server.port()).stream().map(SmtpLookTest::words).toList());
        }
    }

    @Test
    void whatAServerSaysIsCutAndCleaned() {
        String banner = "220 mta14.example.com \u001B[2J" + "x".repeat(1_500);
        try (ScriptedServer server = ScriptedServer.polite(banner, Map.of("EHLO", EXTENSIONS, "RCPT", REFUSAL))) {
            Finding greeting = look(server.port()).getFirst();
            assertThat(greeting.evidence()).hasSizeLessThan(300).doesNotContain("\u001B");
        }
    }

    @Test
    void anAddressOfNoPoolIsNeverConnectedTo() {
        try (ScriptedServer server = ScriptedServer.polite(BANNER, Map.of())) {
            ReadinessSettings settings = settings(server.port());
            Predicate<IpAddress> others = address -> !address.equals(HERE);
            List<Finding> findings = new SmtpLook(settings, others).of(HERE, SENDER, PATIENCE);
            assertThat(findings).hasSize(2).allMatch(finding -> finding.result() == Result.UNKNOWN);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> SmtpConversation.open(HERE, server.port(), PATIENCE, others, Optional.empty())
                            .close());
            assertEquals(0, server.connections());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyWhatIsWantedIsLookedAt(boolean greeting) {
        try (ScriptedServer server = ScriptedServer.polite(BANNER, Map.of("EHLO", EXTENSIONS, "RCPT", REFUSAL))) {
            ReadinessSettings settings = new ReadinessSettings(true, greeting, !greeting, server.port());
            List<Finding> findings = new SmtpLook(settings, HERE::equals, from -> false).of(HERE, SENDER, PATIENCE);
            assertEquals(
                    List.of(greeting ? Check.GREETING : Check.OPEN_RELAY),
                    findings.stream().map(Finding::check).toList());
            assertEquals(!greeting, server.heard().contains("MAIL FROM:<>"));
        }
    }

    @Test
    void ipv6IsSpokenWithTheRightLiteral() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("::1"))) {
            Thread server = Thread.ofVirtual().start(() -> {
                try (var client = socket.accept()) {
                    ScriptedServer.send(client.getOutputStream(), BANNER);
                    byte[] hello = client.getInputStream().readNBytes(17);
                    ScriptedServer.send(
                            client.getOutputStream(),
                            new String(hello, java.nio.charset.StandardCharsets.US_ASCII).equals("EHLO [IPv6:::1]\r\n")
                                    ? EXTENSIONS
                                    : "500 no");
                    client.getInputStream().read();
                } catch (IOException gone) {
                    return;
                }
            });
            ReadinessSettings settings = new ReadinessSettings(true, true, false, socket.getLocalPort());
            IpAddress here = IpAddress.parse("::1");
            List<Finding> findings = new SmtpLook(settings, here::equals).of(here, SENDER, PATIENCE);
            assertEquals(Result.GOOD, findings.getFirst().result(), findings.toString());
            server.interrupt();
        }
    }

    private static List<Finding> look(int port) {
        return stranger(port).of(HERE, SENDER, PATIENCE);
    }

    private static SmtpLook stranger(int port) {
        return new SmtpLook(settings(port), HERE::equals, from -> false);
    }

    private static ReadinessSettings settings(int port) {
        return new ReadinessSettings(true, true, true, port);
    }

    private static Finding relay(SmtpLook look) {
        return relay(look.of(HERE, SENDER, PATIENCE));
    }

    private static Finding relay(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.check() == Check.OPEN_RELAY)
                .findFirst()
                .orElseThrow();
    }

    private static String words(Finding finding) {
        return finding.check() + " " + finding.result();
    }
}
