package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import offlist.testing.HttpSink;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import offlist.testing.Scrape;
import offlist.testing.Unbound;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Edited zones of a real list server become listings, messages, mails and tasks, and go again. */
@ExtendWith(OfflistHomes.class)
class ListingStoryIT {
    private static final String ADDRESS = "192.0.2.10";
    private static final String ONE = "one.lists.example";
    private static final String TWO = "two.lists.example";
    private static final String THREE = "three.lists.example";

    /** 128 and 72 addresses, three lists, a turn a second. */
    private static final String CONFIGURATION = """
            interval: 1s
            resolvers: ["%s"]
            pools:
              - {name: transactional, addresses: [192.0.2.0/25]}
              - {name: marketing, addresses: [198.51.100.0-198.51.100.71]}
            lists:
              use: []
              custom:
                - {id: one, zone: one.lists.example, severity: critical}
                - {id: two, zone: two.lists.example, severity: major}
                - {id: three, zone: three.lists.example, severity: minor}
            receivers:
              - {name: ops, slack: {webhook-url: "%s"}}
              - {name: postmaster, email: {to: [postmaster@example.com]}}
            route:
              receiver: ops
              group-by: [list, address]
              group-wait: 0s
              group-interval: 1s
              routes:
                - {receiver: postmaster, continue: true}
                - {receiver: ops}
            mail: {host: 127.0.0.1, port: %d, from: offlist@example.com}
            """;

    private final Rbldnsd lists = Rbldnsd.serving(ONE, TWO, THREE);
    private final HttpSink slack = HttpSink.start();
    private final Mailbox mailbox = new Mailbox();

    @org.junit.jupiter.api.AfterEach
    void close() {
        lists.close();
        slack.close();
        mailbox.close();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200));
    }

    private OfflistProcess start(OfflistHome home, String resolver) {
        return home.configure(CONFIGURATION.formatted(resolver, slack.url(), mailbox.port()))
                .start();
    }

    private static List<JsonNode> open(OfflistProcess offlist) {
        return offlist.all("listings?open=true");
    }

    private static List<Scrape.Series> listing(OfflistProcess offlist) {
        return offlist.metrics().series("offlist_listing", "address", ADDRESS);
    }

    private static List<String> transitions(OfflistProcess offlist) {
        return offlist.all("transitions").stream()
                .map(each ->
                        each.path("address").asText() + " " + each.path("list").asText() + " "
                                + each.path("transition").asText() + " "
                                + each.path("because").asText(""))
                .map(String::strip)
                .toList();
    }

    @Test
    void anEditedZoneIsAListingAMessageAMailAndATaskAndTheNextEditEndsThemAll(OfflistHome home) {
        OfflistProcess offlist = start(home, lists.resolver());
        wholePoolIsAsked(offlist);
        lists.list(ONE, ADDRESS, "127.0.0.4", "spam seen, ref 4711");
        opens(offlist);
        lists.unlist(ONE, ADDRESS);
        closes(offlist);
    }

    @Test
    void theSameThroughARealResolver(OfflistHome home) {
        try (Unbound unbound = new Unbound()
                .forZone(ONE, lists.port())
                .forZone(TWO, lists.port())
                .forZone(THREE, lists.port())
                .start()) {
            OfflistProcess offlist = start(home, unbound.resolver());
            wholePoolIsAsked(offlist);
            lists.list(ONE, ADDRESS, "127.0.0.4", "spam seen, ref 4711");
            opens(offlist);
            lists.unlist(ONE, ADDRESS);
            closes(offlist);
        }
    }

    private static void wholePoolIsAsked(OfflistProcess offlist) {
        soon().untilAsserted(() -> {
            Scrape scrape = offlist.metrics();
            assertThat(scrape.sum("offlist_pool_addresses", "state", "clean")).hasValue(200);
            assertThat(scrape.sum("offlist_checks_total", "verdict", "not_listed")
                            .orElse(0))
                    .isGreaterThanOrEqualTo(600);
        });
    }

    private void opens(OfflistProcess offlist) {
        soon().untilAsserted(() -> {
            assertThat(slack.posts()).isNotEmpty();
            assertThat(mailbox.mails()).isNotEmpty();
            assertThat(offlist.all("tasks?open=true")).isNotEmpty();
        });
        assertThat(listing(offlist)).singleElement().satisfies(series -> {
            assertThat(series.value()).isEqualTo(1);
            assertThat(series.labels())
                    .containsEntry("list", "one")
                    .containsEntry("pool", "transactional")
                    .containsEntry("severity", "critical")
                    .containsKey("reason");
        });
        assertThat(open(offlist)).singleElement().satisfies(listing -> {
            assertThat(listing.path("text").asText()).isEqualTo("spam seen, ref 4711");
            assertThat(listing.path("codes")).hasToString("[\"127.0.0.4\"]");
        });
        assertThat(offlist.all("tasks?open=true")).singleElement().satisfies(task -> {
            assertThat(task.path("address").asText()).isEqualTo(ADDRESS);
            assertThat(task.path("list").asText()).isEqualTo("one");
            assertThat(task.path("steps")).isNotEmpty();
        });
        assertThat(transitions(offlist)).containsExactly(ADDRESS + " one opened");
        for (int turn = 0; turn < 3; turn++) {
            aTurnLater(offlist);
        }
        assertThat(slack.posts())
                .singleElement()
                .satisfies(post -> assertThat(post.headline()).contains(ADDRESS, "listed"));
        assertThat(slack.posts().getFirst().body().toString()).contains("spam seen, ref 4711", "127.0.0.4");
        assertThat(mailbox.mails())
                .singleElement()
                .satisfies(mail -> assertThat(Mailbox.subject(mail)).contains(ADDRESS, "listed"));
        assertThat(transitions(offlist)).hasSize(1);
    }

    /** Returns when every list has been asked about the whole pool once more. */
    private static void aTurnLater(OfflistProcess offlist) {
        double before = offlist.metrics().sum("offlist_checks_total").orElse(0);
        soon().until(() -> offlist.metrics().sum("offlist_checks_total").orElse(0) >= before + 600);
    }

    private void closes(OfflistProcess offlist) {
        soon().untilAsserted(() -> {
            assertThat(slack.posts()).hasSize(2);
            assertThat(mailbox.mails()).hasSize(2);
            assertThat(offlist.all("tasks?open=true")).isEmpty();
            assertThat(listing(offlist)).isEmpty();
        });
        assertThat(transitions(offlist)).containsExactly(ADDRESS + " one opened", ADDRESS + " one closed delisted");
        String proof = offlist.all("transitions").getLast().path("id").asText();
        assertThat(offlist.all("tasks")).singleElement().satisfies(task -> {
            assertThat(task.path("closedAs").asText()).isEqualTo("delisted");
            assertThat(task.path("proof").asText()).isEqualTo(proof);
        });
        assertThat(open(offlist)).isEmpty();
        aTurnLater(offlist);
        assertThat(slack.posts()).hasSize(2);
        assertThat(slack.posts().getLast().headline()).contains(ADDRESS, "delisted");
        assertThat(mailbox.mails()).hasSize(2);
        assertThat(Mailbox.subject(mailbox.mails().getLast())).contains(ADDRESS, "delisted");
        assertThat(thread(1)).isEqualTo(thread(0)).isNotEmpty();
    }

    /** What a mail reader threads by: the first message that it refers to. */
    private String thread(int mail) {
        return Mailbox.header(mailbox.mails().get(mail), "References").split("\\s+", -1)[0];
    }

    @Test
    void aMessageThatSlackDoesNotTakeComesWhenItDoes(OfflistHome home) {
        OfflistProcess offlist = start(home, lists.resolver());
        slack.failNext(2);
        lists.list(TWO, ADDRESS, "127.0.0.2", "seen");
        soon().untilAsserted(() -> assertThat(slack.posts()).hasSize(1));
        soon().untilAsserted(() -> assertThat(
                        offlist.metrics().sum("offlist_notifications_total", "receiver", "ops", "outcome", "delivered"))
                .hasValue(1));
        assertThat(offlist.metrics().sum("offlist_notifications_total", "receiver", "ops", "outcome", "retried"))
                .hasValue(2);
    }

    @Test
    void aListServerThatIsDownForTenIntervalsChangesNothing(OfflistHome home) {
        lists.list(ONE, ADDRESS, "127.0.0.4", "spam seen");
        lists.list(TWO, "198.51.100.7", "127.0.0.2", "seen");
        OfflistProcess offlist = start(home, lists.resolver());
        soon().untilAsserted(() -> {
            assertThat(open(offlist)).hasSize(2);
            assertThat(slack.posts("listed")).hasSize(2);
        });

        lists.stop();
        soon().untilAsserted(() -> assertThat(health(offlist)).containsOnly("unreachable"));
        await().during(Duration.ofSeconds(10))
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    assertThat(offlist.metrics().series("offlist_listing"))
                            .hasSize(2)
                            .allMatch(series -> series.value() == 1);
                    assertThat(open(offlist)).hasSize(2);
                });
        assertThat(transitions(offlist)).hasSize(2).allMatch(each -> each.contains(" opened"));

        lists.start();
        soon().untilAsserted(() -> assertThat(health(offlist)).containsOnly("healthy"));
        aTurnLater(offlist);
        assertThat(open(offlist)).hasSize(2);
        assertThat(transitions(offlist)).hasSize(2);
        assertThat(slack.posts("delisted")).isEmpty();
        assertThat(mailbox.mails("delisted")).isEmpty();

        lists.unlist(ONE, ADDRESS);
        soon().untilAsserted(() -> assertThat(slack.posts(ADDRESS, "delisted")).hasSize(1));
        assertThat(transitions(offlist)).hasSize(3).last().isEqualTo(ADDRESS + " one closed delisted");
        assertThat(open(offlist)).hasSize(1);
    }

    private static List<String> health(OfflistProcess offlist) {
        return offlist.metrics().series("offlist_list_health").stream()
                .filter(series -> series.value() == 1)
                .map(series -> series.labels().get("state"))
                .toList();
    }
}
