package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import offlist.testing.Dovecot;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.ServerKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The daemon as it is installed reads bounces from a mailbox on a real IMAP server. */
@ExtendWith(OfflistHomes.class)
class MailboxStoryIT {
    private static final String PASSWORD = "herbst-und-laub";
    private static final String CONFIGURATION = """
            pools: [{name: news, addresses: [192.0.2.10]}]
            lists: {use: []}
            bounces:
              sources:
                - {imap: {host: localhost, port: %d, ca: "%s", user: bounces, password: {file: mail.pw}}}
            """;

    private static final String BOUNCE = """
            From: MAILER-DAEMON@out1.shop.example (Mail Delivery System)
            To: news@shop.example
            Subject: Undelivered Mail Returned to Sender
            Date: Sun, 1 Mar 2026 10:00:00 +0000
            MIME-Version: 1.0
            Content-Type: text/plain; charset=us-ascii

            This is the mail system at host out1.shop.example.

            <ann@example.org>: host mx.example.org[203.0.113.9] said: 550 5.7.1 Service
                unavailable; client [192.0.2.10] blocked using list.partner.example (in reply to
                RCPT TO command)
            """;

    @TempDir
    Path directory;

    @Test
    void bouncesAreReadAsTheyComeAndNoneIsLostOrReadTwiceOverAKill(OfflistHome home) throws Exception {
        ServerKeys keys = new ServerKeys(directory, PASSWORD);
        keys.make("server", "localhost");
        try (Dovecot mail = new Dovecot(PASSWORD)
                .certificate(keys.certificate("server"), keys.key("server"))
                .start()) {
            deliver(mail, "old");
            home.write("mail.pw", PASSWORD + "\n");
            OfflistProcess offlist = home.configure(
                            CONFIGURATION.formatted(mail.securePort(), keys.certificate("server")))
                    .start();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        // What comes before the first look is old: the same message again is the same refusal.
                        deliver(mail, "ann");
                        return !offlist.all("refusals").isEmpty();
                    });
            offlist.kill9();

            deliver(mail, "bob");
            OfflistProcess again = home.start();
            refused(again, "ann", "bob");
            deliver(mail, "cleo");
            refused(again, "ann", "bob", "cleo");
            assertThat(again.output()).doesNotContain(PASSWORD);
        }
    }

    private static void deliver(Dovecot mail, String recipient) {
        mail.deliver("bounces", BOUNCE.replace("ann@example.org", recipient + "@example.org"), Instant.now());
    }

    private static void refused(OfflistProcess offlist, String... recipients) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(offlist.all("refusals"))
                        .extracting(refusal -> refusal.path("recipient").asText())
                        .containsExactlyInAnyOrder(Arrays.stream(recipients)
                                .map(name -> name + "@example.org")
                                .toArray(String[]::new)));
    }
}
