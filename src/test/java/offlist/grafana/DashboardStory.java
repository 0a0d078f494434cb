package offlist.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import offlist.testing.HttpSink;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistProcess;
import org.awaitility.core.ConditionFactory;

/**
 * A bad day of a mail operator within a minute: addresses get onto lists and off them, recipients refuse mail, a removal is asked
 * for, a list goes blind, and much else fails that Offlist needs.
 */
final class DashboardStory implements AutoCloseable {
    /** It is on two lists at the end, and in both pools. */
    static final String ADDRESS = "192.0.2.10";

    static final String TRANSACTIONAL = "transactional";
    static final String OPS = "ops";
    static final String PAGER = "pager";

    private static final int TARGETS = 34;
    private static final String POOL_FILE = "marketing.txt";
    private static final String CONFIGURATION = """
            interval: 1s
            resolvers: ["%s", "%s"]
            confirm: {flapping: {openings: 2}}
            pools:
              - {name: transactional, addresses: [192.0.2.0/28, "2001:db8::25"]}
              - {name: marketing, file: marketing.txt}
            receivers:
              - {name: ops, slack: {webhook-url: "%s"}}
              - {name: pager, slack: {webhook-url: "%s"}}
            route:
              receiver: ops
              group-by: [list, address]
              group-wait: 0s
              group-interval: 1s
              routes:
                - {receiver: pager, continue: true}
                - {receiver: ops}
            removal:
              organisation: Shop Ltd
              contact: postmaster@shop.example
            """;

    private static final String COMPLAINT = """
            From: feedback@example.org
            Subject: complaint
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary="b"

            --b
            Content-Type: text/plain

            This is an email abuse report.
            --b
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            Source-IP: 192.0.2.9
            Original-Rcpt-To: ann@example.org
            --b
            Content-Type: text/rfc822-headers

            Message-ID: <complained-1@shop.example>
            --b--
            """;

    private final StoryLists lists = new StoryLists();
    private final StoryDesk desk = new StoryDesk();
    private final HttpSink ops = HttpSink.start();
    private final HttpSink pager = HttpSink.start();
    private final OfflistHome home;
    private final StoryMailLog mail;
    private final OfflistProcess offlist;

    DashboardStory(OfflistHome home) {
        this.home = home;
        this.mail = new StoryMailLog(home);
        home.write(POOL_FILE, "198.51.100.0/28\n" + ADDRESS + "\n192.0.2.200\n");
        pager.failNext(Integer.MAX_VALUE);
        this.offlist = home.configure(configuration()).start();
    }

    private String configuration() {
        return CONFIGURATION.formatted(
                        lists.resolvers().getFirst(), lists.resolvers().getLast(), ops.url(), pager.url())
                + desk.configuration()
                + mail.configuration()
                + StoryLists.CONFIGURATION;
    }

    OfflistProcess offlist() {
        return offlist;
    }

    /** What the receiver that takes messages got. */
    int told() {
        return ops.posts().size();
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }

    /** Every list has been asked about every address; but the one of IPv6, which none takes. */
    void everythingIsClean() {
        lists.scores(ADDRESS, 90);
        lists.scores("192.0.2.11", 60);
        soon().untilAsserted(() -> {
            assertThat(offlist.metrics().sum("offlist_pool_addresses", "state", "clean"))
                    .hasValue(TARGETS);
            assertThat(offlist.metrics().sum("offlist_oldest_answer_seconds", "list", StoryLists.PARTNER))
                    .isPresent();
        });
    }

    /** Seven listings of all severities. */
    void addressesAreListed() {
        lists.list(StoryLists.TRAP, ADDRESS, "127.0.0.4");
        lists.list(StoryLists.PARTNER, ADDRESS, "127.0.0.2");
        lists.list(StoryLists.SNOWSHOE, "192.0.2.4", "127.0.0.2");
        lists.list(StoryLists.SNOWSHOE, "198.51.100.4", "127.0.0.2");
        lists.list(StoryLists.SNOWSHOE, "198.51.100.5", "127.0.0.2");
        lists.list(StoryLists.DYNAMIC, "192.0.2.5", "127.0.0.10");
        lists.list(StoryLists.NOTES, "192.0.2.6", "127.0.0.2");
        lists.scores(ADDRESS, 30);
        soon().untilAsserted(() -> assertThat(open()).hasSize(7));
        soon().untilAsserted(() -> {
            assertThat(offlist.all("tasks?open=true")).hasSize(7);
            // What is informational is nobody's trouble.
            assertThat(told()).isGreaterThanOrEqualTo(6);
            assertThat(desk.made()).isEqualTo(7);
        });
    }

    private List<JsonNode> open() {
        return offlist.all("listings?open=true");
    }

    /** For each reason that the dashboards show, and one that names a list which does not have the address. */
    void recipientsRefuse() {
        String byPartner = "550 5.7.1 Client host [%s] blocked using partner.lists.example";
        mail.begins();
        mail.refused(ADDRESS, "ann@one.example", byPartner.formatted(ADDRESS));
        mail.refused(ADDRESS, "bob@two.example", byPartner.formatted(ADDRESS));
        mail.refused("192.0.2.7", "ann@three.example", byPartner.formatted("192.0.2.7"));
        mail.refused("192.0.2.8", "ann@example.org", "550 5.7.1 192.0.2.8 has a poor reputation here");
        mail.refused("192.0.2.8", "bob@example.org", "550 5.7.1 192.0.2.8 has a poor reputation here");
        mail.refused(
                "192.0.2.9", "ann@four.example", "421 4.7.0 192.0.2.9 too many messages from your address, try later");
        mail.refused("192.0.2.9", "ann@five.example", "550 5.7.25 192.0.2.9 does not have a PTR record");
        mail.refused("192.0.2.9", "ann@six.example", "550 5.7.1 message content rejected as spam");
        assertThat(offlist.comesBack(COMPLAINT).statusCode()).isEqualTo(200);
        soon().untilAsserted(() -> {
            assertThat(offlist.all("refusals")).hasSize(8);
            assertThat(offlist.api("complaints").path("items")).hasSize(1);
            assertThat(offlist.all("tasks?list=example.org")).hasSize(1);
            assertThat(offlist.metrics().sum("offlist_refusal_disagreements_total"))
                    .hasValue(1);
        });
    }

    /** And lists it anew. */
    void aListIsAskedAndLetsGo() {
        JsonNode task = task("ready");
        act(task, "\"action\": \"explain\", \"cause\": \"a form was abused\", \"fix\": \"it asks first\"");
        act(task, "\"action\": \"request\", \"reference\": \"R-1\"");
        lists.unlist(StoryLists.PARTNER, ADDRESS);
        lists.unlist(StoryLists.SNOWSHOE, "198.51.100.4");
        task("closed");
        soon().untilAsserted(() -> assertThat(open()).hasSize(5));
        lists.list(StoryLists.PARTNER, ADDRESS, "127.0.0.2");
        soon().untilAsserted(() -> assertThat(open()).hasSize(6));
        soon().untilAsserted(() ->
                assertThat(offlist.metrics().sum("offlist_flapping_pairs")).hasValue(1));
    }

    private JsonNode task(String state) {
        return soon().until(
                        () -> offlist.all("tasks?address=" + ADDRESS + "&list=" + StoryLists.PARTNER),
                        tasks -> tasks.size() == 1
                                && tasks.getFirst().path("state").asText().equals(state))
                .getFirst();
    }

    /** The id of the one about {@link #ADDRESS} on the partner's list. */
    String taskAtPartner() {
        return offlist.all("tasks?address=" + ADDRESS + "&list=" + StoryLists.PARTNER)
                .getFirst()
                .path("id")
                .asText();
    }

    private void act(JsonNode task, String action) {
        var reply = offlist.patch("tasks/" + task.path("id").asText(), "{\"author\": \"ann\", " + action + "}");
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    }

    /** A list that lists everything, a resolver that is gone, a file that cannot be read, a configuration that is wrong. */
    void muchFails() {
        lists.goesBlind(StoryLists.DYNAMIC);
        lists.loseSecondResolver();
        home.data().resolveSibling(POOL_FILE).toFile().delete();
        home.configure(configuration().replace("192.0.2.0/28", "192.0.2.300"));
        assertThat(offlist.post("config/reload", "").statusCode()).isEqualTo(409);
        soon().untilAsserted(() -> {
            assertThat(health(StoryLists.DYNAMIC)).isEqualTo("lists_everything");
            assertThat(offlist.metrics().sum("offlist_pool_source_ok", "pool", "marketing"))
                    .hasValue(0);
            assertThat(offlist.metrics().sum("offlist_resolver_health", "state", "unreachable"))
                    .hasValue(1);
        });
    }

    private String health(String list) {
        return offlist.api("lists/" + list)
                .path("list")
                .path("health")
                .path("state")
                .asText();
    }

    void somebodyKeepsAListQuiet() {
        var reply = offlist.post("silences", """
                {"match": {"list": ["%s"]}, "duration": "24h", "comment": "we know, they answer on Monday", "author": "ann"}
                """.formatted(StoryLists.SNOWSHOE));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
    }

    /** They are reckoned once a minute. */
    void theFiguresOfRemovalAreThere() {
        soon().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(offlist.metrics().sum("offlist_removal_list_relapse_ratio"))
                        .hasValue(1));
    }

    @Override
    public void close() {
        pager.close();
        ops.close();
        desk.close();
        lists.close();
    }
}
