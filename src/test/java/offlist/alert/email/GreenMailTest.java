package offlist.alert.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import offlist.alert.MailSettings;
import offlist.alert.MailSettings.Tls;
import offlist.alert.Messages;
import offlist.alert.Outcome;
import offlist.testing.ServerKeys;
import offlist.yaml.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails over TLS and with a login, to a real SMTP server with a certificate made for the test. */
class GreenMailTest {
    private static final String KEYS = "greenmail.tls.keystore.file";
    private static final String KEYS_PASSWORD = "greenmail.tls.keystore.password";
    private static final String KEY_PASSWORD = "greenmail.tls.key.password";
    private static final String PASSWORD = "kohle-und-reibach";

    @TempDir
    static Path directory;

    private static ServerKeys keys;
    private static Vertx vertx;
    private static GreenMail secured;
    private static GreenMail plain;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        keys = new ServerKeys(directory, PASSWORD);
        keys.make("relay", "localhost");
        System.setProperty(KEYS, keys.store("relay").toString());
        System.setProperty(KEYS_PASSWORD, PASSWORD);
        System.setProperty(KEY_PASSWORD, PASSWORD);
        secured = server(ServerSetup.PROTOCOL_SMTPS);
        plain = server(ServerSetup.PROTOCOL_SMTP);
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        secured.stop();
        plain.stop();
        List.of(KEYS, KEYS_PASSWORD, KEY_PASSWORD).forEach(System::clearProperty);
    }

    private static GreenMail server(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        server.setUser("offlist@example.com", "offlist", PASSWORD);
        return server;
    }

    @Test
    void aMailArrivesOverTlsWithALogin() throws Exception {
        assertThat(send(secured.getSmtps().getPort(), "localhost", Tls.IMPLICIT, PASSWORD, "relay.pem"))
                .isEqualTo(new Outcome.Delivered());

        MimeMessage mail = last(secured);
        assertThat(mail.getSubject()).contains("192.0.2.10").contains("Spamhaus ZEN");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        Outcome outcome =
                send(secured.getSmtps().getPort(), "localhost", Tls.IMPLICIT, "wrong-" + PASSWORD, "relay.pem");

        assertThat(outcome).isNotInstanceOf(Outcome.Delivered.class);
        assertThat(outcome.toString())
                .doesNotContain("wrong-")
                .doesNotContain("kohle")
                .contains("535");
    }

    @Test
    void aCertificateThatNobodyKnowsIsNotBelieved() {
        Outcome outcome = send(secured.getSmtps().getPort(), "localhost", Tls.IMPLICIT, PASSWORD, "");

        assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
    }

    @Test
    void aCertificateForAnotherNameIsNotBelieved() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (SSLServerSocket relay = elsewhere()) {
            Thread.ofVirtual().start(() -> greet(relay, heard));

            Outcome outcome = send(relay.getLocalPort(), "localhost", Tls.IMPLICIT, PASSWORD, "elsewhere.pem");

            assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
        }
        assertThat(heard).isEmpty();
    }

    /** A relay whose certificate is good for another name. */
    private static SSLServerSocket elsewhere() throws Exception {
        keys.make("elsewhere", "mail.example.com");
        return (SSLServerSocket) keys.context("elsewhere")
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    }

    private static void greet(ServerSocket relay, List<String> heard) {
        try (Socket client = relay.accept()) {
            client.getOutputStream().write("220 mail.example.com\r\n".getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            if (line != null) {
                heard.add(line);
            }
        } catch (IOException e) {
            // The client has ended the handshake, as it should.
        }
    }

    @Test
    void aRelayWithoutStarttlsGetsNothingWhereItIsInsistedOn() throws Exception {
        int before = plain.getReceivedMessages().length;

        Outcome outcome = send(plain.getSmtp().getPort(), "localhost", Tls.STARTTLS, PASSWORD, "relay.pem");

        assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
        assertThat(plain.getReceivedMessages()).hasSize(before);
    }

    @Test
    void aRelayWithoutTlsTakesItWhereNothingIsInsistedOn() throws Exception {
        assertThat(send(plain.getSmtp().getPort(), "localhost", Tls.OPPORTUNISTIC, PASSWORD, ""))
                .isEqualTo(new Outcome.Delivered());
        assertThat(last(plain).getFrom()[0].toString()).isEqualTo("offlist@example.com");
    }

    private static Outcome send(int port, String host, Tls tls, String password, String known) {
        MailSettings settings = new MailSettings(
                host,
                port,
                "offlist@example.com",
                tls,
                Optional.of("offlist"),
                Optional.of(Secret.of(password)),
                known.isEmpty() ? Optional.empty() : Optional.of(directory.resolve(known)));
        return new EmailNotifier(vertx, settings, List.of("postmaster@example.com"), sent -> {}, Duration.ofSeconds(10))
                .send(Messages.opened());
    }

    private static MimeMessage last(GreenMail server) throws MessagingException {
        MimeMessage[] all = server.getReceivedMessages();
        return all[all.length - 1];
    }
}
