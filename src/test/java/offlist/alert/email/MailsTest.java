package offlist.alert.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import offlist.alert.Golden;
import offlist.alert.MailSettings;
import offlist.alert.MailSettings.Tls;
import offlist.alert.Message;
import offlist.alert.Messages;
import offlist.alert.Outcome;
import offlist.alert.ResolverMessages;
import offlist.yaml.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What arrives at a real mail server. */
class MailsTest {
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_SMTPS)});
    private static Vertx vertx;

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(30_000);
        return setup;
    }

    @BeforeAll
    static void start() {
        SERVER.start();
        SERVER.setUser("postmaster@example.com", "offlist", "right");
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @BeforeEach
    void empty() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
    }

    static Stream<Map.Entry<String, Message>> messages() {
        return Map.of(
                "opened", Messages.opened(),
                "changed", Messages.changed(),
                "delisted", Messages.delisted(),
                "left", Messages.left(),
                "still", Messages.still(),
                "thirty", Messages.thirty(),
                "several", Messages.several(),
                "list-health", Messages.mad(),
                "hostile", Messages.hostile())
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMailLooksAsItDid(Map.Entry<String, Message> each) throws Exception {
        MimeMessage mail = deliver(each.getValue());

        Golden.check("mail-" + each.getKey() + ".txt", headers(mail) + "\n" + part(mail, 0));
        Golden.check("mail-" + each.getKey() + ".html", part(mail, 1));
    }

    @Test
    void resolversAreToldOfAsTheyWere() {
        Golden.check("resolver-mail.txt", ResolverMessages.read(MailsTest::text));
    }

    private static String text(Message message) {
        MailMessage mail = new EmailNotifier(
                        vertx, settings(Tls.NONE, Optional.empty()), List.of("postmaster@example.com"), sent -> {})
                .mail(message);
        return "Subject: " + mail.getSubject() + "\n\n" + mail.getText().replace("\r", "");
    }

    @Test
    void aSecondAttemptIsTheSameMail() throws Exception {
        String first = deliver(Messages.opened()).getMessageID();
        String second = deliver(Messages.opened()).getMessageID();

        assertThat(second).isEqualTo(first).endsWith("@example.com>");
    }

    @Test
    void allMailsAboutAListingAreOneThread() throws Exception {
        String[] opened = deliver(Messages.opened()).getHeader("References");
        String[] closed = deliver(Messages.delisted()).getHeader("References");

        assertThat(closed).isEqualTo(opened).hasSize(1);
    }

    @Test
    void hostileTextIsOnlyText() throws Exception {
        MimeMessage mail = deliver(Messages.hostile());

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).doesNotContain("\r", "\n", "\u202E");
        assertThat(part(mail, 1)).doesNotContain("<b>", "<!channel>").contains("&lt;b&gt;bold&lt;/b&gt;");
    }

    @Test
    void aRelayWithTlsFromTheStartIsOnlySpokenToWhenItsCertificateIsGood() {
        Outcome outcome = send(settings(Tls.IMPLICIT, Optional.empty()), Messages.opened());

        assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
    }

    @Test
    void aRelayWithoutTlsIsNotSpokenToWhenTlsIsWanted() {
        Outcome outcome = send(settings(Tls.STARTTLS, Optional.empty()), Messages.opened());

        assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void theRelayIsLoggedInToWhenThereIsAUser() {
        assertThat(send(settings(Tls.NONE, Optional.of("right")), Messages.opened()))
                .isEqualTo(new Outcome.Delivered());
        assertThat(send(settings(Tls.NONE, Optional.of("wrong")), Messages.opened()))
                .isInstanceOf(Outcome.GivenUp.class);
    }

    private static MimeMessage deliver(Message message) {
        int before = SERVER.getReceivedMessages().length;
        assertThat(send(settings(Tls.NONE, Optional.empty()), message)).isEqualTo(new Outcome.Delivered());
        return SERVER.getReceivedMessages()[before];
    }

    private static Outcome send(MailSettings settings, Message message) {
        return new EmailNotifier(vertx, settings, List.of("postmaster@example.com"), sent -> {}, Duration.ofSeconds(5))
                .send(message);
    }

    private static MailSettings settings(Tls tls, Optional<String> password) {
        int port = tls == Tls.IMPLICIT
                ? SERVER.getSmtps().getPort()
                : SERVER.getSmtp().getPort();
        return new MailSettings(
                "127.0.0.1",
                port,
                "Offlist <offlist@example.com>",
                tls,
                password.map(known -> "offlist"),
                password.map(Secret::of));
    }

    private static String headers(MimeMessage mail) throws Exception {
        StringBuilder text = new StringBuilder("Subject: " + mail.getSubject() + "\n");
        for (String name : List.of("From", "To", "Date", "Message-ID", "In-Reply-To", "References", "Auto-Submitted")) {
            String[] values = mail.getHeader(name);
            text.append(name)
                    .append(": ")
                    .append(values == null ? "" : String.join(" | ", values))
                    .append('\n');
        }
        return text.toString().replace("\r", "");
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        BodyPart part = parts.getBodyPart(index);
        assertThat(part.getContentType()).startsWith(index == 0 ? "text/plain" : "text/html");
        return part.getContent().toString().replace("\r", "");
    }
}
