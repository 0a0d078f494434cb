package offlist.e2e;

import static offlist.e2e.PartnerList.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import offlist.testing.BouncingPostfix;
import offlist.testing.FreePorts;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real mail server hands its bounces to the listener, with the lines of {@code docs/bounces.md}. */
@ExtendWith(OfflistHomes.class)
class BounceDeliveryIT {
    private static final String SENDER = "news-17@bounces.example.com";
    private static final String ADDRESS = "192.0.2.10";
    private static final String WORDS =
            "554 5.7.1 Service unavailable; Client host [" + ADDRESS + "] blocked using " + ZONE + "; spam seen";

    private final int port = FreePorts.next();
    private final Rbldnsd lists = Rbldnsd.serving(ZONE);
    private final BouncingPostfix mail = BouncingPostfix.refused(WORDS, documented("smtp"));

    @AfterEach
    void close() {
        mail.close();
        lists.close();
    }

    /** The line of the transport map that the documents give, with the port of this test. */
    private String documented(String transport) {
        try {
            List<String> lines = Files.readAllLines(Path.of("docs/bounces.md")).stream()
                    .filter(line -> line.startsWith("bounces.example.com") && line.contains(" " + transport + ":"))
                    .toList();
            assertThat(lines).singleElement().asString().endsWith(":2525");
            return lines.getFirst().replaceAll("2525$", String.valueOf(port));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }

    private OfflistHome configured(OfflistHome home) throws IOException {
        PartnerList.configure(home, Duration.ofHours(6), """
                resolvers: ["%s"]
                pools: [{name: news, addresses: [%s]}]
                bounces: {listen: {port: %d, for: [bounces.example.com]}}
                """.formatted(lists.resolver(), ADDRESS, port));
        return home;
    }

    private void refused(OfflistProcess offlist, String... recipients) {
        soon().untilAsserted(() -> assertThat(recipients(offlist))
                .as(() -> mail.written() + offlist.output())
                .containsExactlyInAnyOrder(recipients));
    }

    private static List<String> recipients(OfflistProcess offlist) {
        return offlist.all("refusals").stream()
                .map(refusal -> refusal.path("recipient").asText())
                .toList();
    }

    private void nothingWaits() {
        soon().untilAsserted(() -> assertThat(mail.waiting()).as(mail::written).isEmpty());
    }

    private static double counted(OfflistProcess offlist) {
        return offlist.metrics()
                .sum("offlist_refusals_total", "class", "public_list", "list", "partner")
                .orElse(0);
    }

    @Test
    void bouncesComeBySmtpAndByLmtpAndWaitWhileNobodyListens(OfflistHome home) throws IOException {
        OfflistProcess offlist = configured(home).start();
        mail.send(SENDER, "ann@example.org");
        refused(offlist, "ann@example.org");
        mail.route(documented("lmtp"));
        mail.send(SENDER, "bob@example.org");
        refused(offlist, "ann@example.org", "bob@example.org");
        nothingWaits();
        assertThat(mail.written()).contains("postfix/smtp", "postfix/lmtp").contains("250 2.0.0 kept");
        offlist.all("refusals").forEach(BounceDeliveryIT::tellsWhoRefusesWhomAndWhy);
        assertThat(counted(offlist)).isEqualTo(2);

        offlist.stop();
        mail.send(SENDER, "eve@example.org");
        soon().untilAsserted(() -> assertThat(mail.waiting())
                .as(mail::written)
                .singleElement()
                .asString()
                .contains("\"deferred\"", SENDER, "Connection refused"));
        OfflistProcess again = home.start();
        soon().untilAsserted(() -> {
            mail.flush();
            assertThat(recipients(again)).as(mail::written).contains("eve@example.org");
        });
        nothingWaits();
        refused(again, "ann@example.org", "bob@example.org", "eve@example.org");
        assertThat(counted(again)).isEqualTo(1);
        assertThat(ids(again)).hasSize(3);
    }

    private static void tellsWhoRefusesWhomAndWhy(JsonNode refusal) {
        assertThat(refusal.path("class").asText()).isEqualTo("public_list");
        assertThat(refusal.path("address").asText()).isEqualTo(ADDRESS);
        assertThat(refusal.path("addressEvidence").asText()).isEqualTo("reply_text");
        assertThat(refusal.path("ours").asBoolean()).isTrue();
        assertThat(refusal.path("lists").path(0).asText()).isEqualTo(ZONE);
        assertThat(refusal.path("remoteMta").asText()).isEqualTo("mx.example.org");
        assertThat(refusal.path("replyCode").asText()).isEqualTo("554");
    }

    private static Set<String> ids(OfflistProcess offlist) {
        return offlist.all("refusals").stream()
                .map(refusal -> refusal.path("id").asText())
                .collect(Collectors.toSet());
    }
}
