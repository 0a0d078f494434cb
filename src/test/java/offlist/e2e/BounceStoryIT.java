package offlist.e2e;

import static offlist.e2e.PartnerList.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import offlist.testing.HttpSink;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHome.Ended;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.PostfixPair;
import offlist.testing.Rbldnsd;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two real mail servers: what one refuses is known at once, long before a list's turn comes. */
@ExtendWith(OfflistHomes.class)
class BounceStoryIT {
    private static final String LISTED = "192.0.2.10";
    private static final String BARRED = "192.0.2.11";

    private final Rbldnsd lists = Rbldnsd.serving(ZONE);
    private final HttpSink slack = HttpSink.start();
    private final PostfixPair mail = PostfixPair.asking(ZONE);

    @AfterEach
    void close() {
        mail.close();
        slack.close();
        lists.close();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }

    private OfflistProcess start(OfflistHome home) throws IOException {
        PartnerList.configure(
                home, Duration.ofHours(6), """
                resolvers: ["%s"]
                pools: [{name: news, addresses: [192.0.2.10, 192.0.2.11]}]
                receivers: [{name: ops, slack: {webhook-url: "%s"}}]
                route: {receiver: ops, group-by: [list, address], group-wait: 0s, group-interval: 1s}
                bounces:
                  blocks: {recipients: 2}
                  sources:
                    - {log: "%s", format: postfix, addresses: {postfix-out1: 192.0.2.10, postfix-out2: 192.0.2.11}}
                    - {maildir: "%s"}
                """.formatted(lists.resolver(), slack.url(), mail.log(), mail.bounces()));
        OfflistProcess offlist = home.start();
        soon().untilAsserted(() -> assertThat(offlist.api("addresses/" + LISTED)
                        .path("lists")
                        .path(0)
                        .path("verdict")
                        .asText())
                .isEqualTo("not_listed"));
        return offlist;
    }

    private JsonNode first(OfflistProcess offlist, String collection) {
        soon().untilAsserted(() -> assertThat(offlist.all(collection))
                .as(() -> collection + " after\n" + mail.written() + offlist.output())
                .isNotEmpty());
        return offlist.all(collection).getFirst();
    }

    @Test
    void aListingIsKnownFromTheFirstBounce(OfflistHome home) throws IOException {
        OfflistProcess offlist = start(home);
        lists.list(ZONE, LISTED, "127.0.0.2", "spam seen");
        mail.list(LISTED, "spam seen");
        soon().until(() -> lists.serves(ZONE, LISTED));
        mail.send("news@shop.example", "ann@example.org");

        JsonNode refusal = first(offlist, "refusals");
        assertThat(refusal.path("class").asText()).isEqualTo("public_list");
        assertThat(refusal.path("address").asText()).isEqualTo(LISTED);
        assertThat(refusal.path("addressEvidence").asText()).isEqualTo("mta_record");
        assertThat(refusal.path("recipient").asText()).isEqualTo("ann@example.org");
        assertThat(refusal.path("remoteMta").asText()).isEqualTo("mx.example.org");
        assertThat(refusal.path("replyCode").asText()).isEqualTo("554");

        JsonNode listing = first(offlist, "listings?open=true");
        assertThat(listing.path("address").asText()).isEqualTo(LISTED);
        assertThat(listing.path("list").asText()).isEqualTo("partner");
        soon().untilAsserted(() -> assertThat(slack.posts(LISTED)).isNotEmpty());
        soon().untilAsserted(() -> assertThat(offlist.all("tasks?list=partner")).hasSize(1));
        soon().untilAsserted(() -> assertThat(
                        offlist.api("refusals/" + refusal.path("id").asText())
                                .path("asked")
                                .path(0)
                                .path("verdict")
                                .asText())
                .isEqualTo("listed"));
        theBounceItselfTellsNothingNew(offlist, List.of(refusal.path("id").asText()));
        triageSaysThatTheListIsTheReason(offlist, home, refusal.path("id").asText());
    }

    /** By the command, from the refusal that is kept. */
    private static void triageSaysThatTheListIsTheReason(OfflistProcess offlist, OfflistHome home, String refusal) {
        String said = home.run("triage", "--refusal", refusal, "--mask", "--send", "--author", "ann")
                .output();
        assertThat(said)
                .contains("lists " + LISTED + ", and example.org goes by it.")
                .contains("Added to")
                .contains("a***@example.org")
                .doesNotContain("ann@example.org");
        String task = offlist.all("tasks?list=partner").getFirst().path("id").asText();
        assertThat(offlist.all("tasks/" + task + "/history")
                        .getFirst()
                        .path("detail")
                        .asText())
                .contains("Blocklists now");
    }

    /** The report of the same refusal arrives in the mailbox. */
    private void theBounceItselfTellsNothingNew(OfflistProcess offlist, List<String> ids) {
        soon().until(() -> !mail.bounces().resolve("cur").toFile().exists()
                ? false
                : mail.bounces().resolve("cur").toFile().list().length > 0);
        assertThat(offlist.all("refusals").stream().map(each -> each.path("id").asText()))
                .hasSameElementsAs(ids);
    }

    @Test
    void aReceiversOwnBlockIsAnIncidentWithATaskUntilItTakesMailAgain(OfflistHome home) throws IOException {
        OfflistProcess offlist = start(home);
        mail.bar(BARRED, "550 5.7.1 " + BARRED + " has a poor reputation here");
        mail.send("more@shop.example", "ann@example.org", "bob@example.org");

        JsonNode task = first(offlist, "tasks?list=example.org");
        assertThat(task.path("address").asText()).isEqualTo(BARRED);
        assertThat(offlist.all("listings?open=true")).isEmpty();
        soon().untilAsserted(() -> assertThat(slack.posts(BARRED)).isNotEmpty());
        assertThat(offlist.all("incidents").getFirst().path("id").asText())
                .isEqualTo("refusal/" + BARRED + "/example.org");
        assertThat(offlist.api("recipients/example.org")
                        .path("refused")
                        .path(0)
                        .path("address")
                        .asText())
                .isEqualTo(BARRED);
        assertThat(offlist.page("/tasks/" + task.path("id").asText())).contains("poor reputation");

        mail.allow(BARRED);
        mail.send("more@shop.example", "ann@example.org");
        soon().untilAsserted(() ->
                assertThat(offlist.all("incidents")).as(mail.written()).isEmpty());
        soon().untilAsserted(() ->
                assertThat(offlist.all("tasks?list=example.org&open=false")).hasSize(1));
    }

    @Test
    void onePersonsLookAtOneRefusalIsEnoughForATask(OfflistHome home) throws IOException {
        OfflistProcess offlist = start(home);
        mail.bar(BARRED, "550 5.7.1 " + BARRED + " has a poor reputation here");
        mail.send("more@shop.example", "ann@example.org");
        first(offlist, "refusals");
        assertThat(offlist.all("tasks")).isEmpty();

        Ended said =
                home.run("triage", "--address", BARRED, "--recipient", "ann@example.org", "--send", "--author", "ann");
        assertThat(said.exit()).as(said.output()).isZero();
        assertThat(said.output())
                .contains("example.org refuses " + BARRED + " by its own judgement. No list that is asked shows it.")
                .contains("poor reputation here")
                .contains("Added to");
        JsonNode task = first(offlist, "tasks?list=example.org");
        assertThat(task.path("address").asText()).isEqualTo(BARRED);
        soon().untilAsserted(() -> assertThat(
                        offlist.all("incidents").getFirst().path("id").asText())
                .isEqualTo("refusal/" + BARRED + "/example.org"));
    }
}
