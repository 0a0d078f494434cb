package offlist.alert.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import offlist.alert.MailSettings;
import offlist.alert.MailSettings.Tls;
import offlist.alert.Messages;
import offlist.alert.Outcome;
import offlist.testing.ServerKeys;
import offlist.yaml.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Mails to a real SMTP server that begins in plain text and wants STARTTLS (RFC 3207) before anything else. */
class StarttlsTest {
    private static final String PASSWORD = "kohle-und-reibach";

    @TempDir
    static Path directory;

    private static ServerKeys keys;

    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private final List<SMTPServer> relays = new CopyOnWriteArrayList<>();
    private Vertx vertx;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = new ServerKeys(directory, PASSWORD);
        keys.make("relay", "localhost");
        keys.make("elsewhere", "mail.example.com");
    }

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stop() throws Exception {
        relays.forEach(SMTPServer::stop);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private SMTPServer relay(String key) throws Exception {
        SMTPServer relay = new SMTPServer.Builder()
                .bindAddress(InetAddress.getByName("127.0.0.1"))
                .port(0)
                .startTlsSocketFactory(keys.context(key))
                .enableTLS()
                .requireTLS()
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    logins.add(user);
                    if (!password.equals(PASSWORD)) {
                        throw new LoginFailedException();
                    }
                }))
                .messageHandler((context, from, to, bytes) -> mails.add(new String(bytes, StandardCharsets.UTF_8)))
                .build();
        relays.add(relay);
        relay.start();
        return relay;
    }

    @Test
    void aMailArrivesOverStarttlsWithALogin() throws Exception {
        SMTPServer relay = relay("relay");

        assertThat(send(relay, Tls.STARTTLS, PASSWORD, "relay")).isEqualTo(new Outcome.Delivered());

        assertThat(logins).containsExactly("offlist");
        assertThat(mails)
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("Auto-Submitted: auto-generated")
                        .contains("192.0.2.10"));
    }

    @Test
    void whatARelayOffersIsTakenThoughNothingIsInsistedOn() throws Exception {
        SMTPServer relay = relay("relay");

        assertThat(send(relay, Tls.OPPORTUNISTIC, PASSWORD, "relay")).isEqualTo(new Outcome.Delivered());

        assertThat(mails).hasSize(1);
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws Exception {
        SMTPServer relay = relay("relay");

        Outcome outcome = send(relay, Tls.STARTTLS, "wrong-" + PASSWORD, "relay");

        assertThat(outcome).isNotInstanceOf(Outcome.Delivered.class);
        assertThat(outcome.toString()).contains("535").doesNotContain("kohle");
        assertThat(mails).isEmpty();
    }

    @Test
    void aCertificateThatNobodyKnowsGetsNoPassword() throws Exception {
        SMTPServer relay = relay("relay");

        assertThat(send(relay, Tls.STARTTLS, PASSWORD, "elsewhere")).isInstanceOf(Outcome.RetryLater.class);

        assertThat(logins).isEmpty();
        assertThat(mails).isEmpty();
    }

    @Test
    void aCertificateForAnotherNameGetsNoPassword() throws Exception {
        SMTPServer relay = relay("elsewhere");

        assertThat(send(relay, Tls.STARTTLS, PASSWORD, "elsewhere")).isInstanceOf(Outcome.RetryLater.class);

        assertThat(logins).isEmpty();
        assertThat(mails).isEmpty();
    }

    private Outcome send(SMTPServer relay, Tls tls, String password, String known) {
        MailSettings settings = new MailSettings(
                "localhost",
                relay.getPortAllocated(),
                "offlist@example.com",
                tls,
                Optional.of("offlist"),
                Optional.of(Secret.of(password)),
                Optional.of(keys.certificate(known)));
        return new EmailNotifier(vertx, settings, List.of("postmaster@example.com"), sent -> {}, Duration.ofSeconds(10))
                .send(Messages.opened());
    }
}
