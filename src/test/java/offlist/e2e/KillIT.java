package offlist.e2e;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import offlist.e2e.KillStory.Pair;
import offlist.testing.HttpSink;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program that is killed again and again while listings come and go loses none of them and invents none. */
@ExtendWith(OfflistHomes.class)
class KillIT {
    private static final long SEED = 20261122;

    private final Random random = new Random(SEED);

    @Test
    void twentyKillsLoseAndDoubleNothing(OfflistHome home) {
        nothingIsLostOrDoubled(home, 20);
    }

    @Test
    @Tag("long")
    void aHundredKillsLoseAndDoubleNothing(OfflistHome home) {
        nothingIsLostOrDoubled(home, 100);
    }

    private void nothingIsLostOrDoubled(OfflistHome home, int kills) {
        try (Rbldnsd lists = Rbldnsd.serving(KillStory.ZONES.toArray(String[]::new));
                HttpSink slack = HttpSink.start()) {
            home.configure(configuration(lists, slack));
            KillStory story = new KillStory(lists, slack, random);
            for (int kill = 0; kill < kills; kill++) {
                live(home.launchDaemon(), story, slack, kill).kill9();
            }
            OfflistProcess offlist = home.start();
            settle(offlist, story);
            historyIsThatOfTheZones(offlist, story, kills);
            slackWasToldEverything(story, slack, kills);
            everyListingHasOneTask(offlist);

            List<JsonNode> before = offlist.all("transitions");
            offlist.stop();
            OfflistProcess again = home.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> again.metrics().sum("offlist_checks_total").orElse(0) > 100);
            assertThat(again.all("transitions")).isEqualTo(before);
            assertThat(home.log()).doesNotContain("mistake of ours", "\tat ");
        }
    }

    /** Each change is counted by a message of its own, so nothing is damped and nothing told as one. */
    private static String configuration(Rbldnsd lists, HttpSink slack) {
        return """
                interval: 1s
                confirm: {flapping: {openings: 100}, mass: {addresses: 1000}}
                resolvers: ["%s"]
                pools: [{name: a, addresses: [192.0.2.11-192.0.2.30]}]
                lists:
                  use: []
                  custom:
                    - {id: one, zone: one.example, kinds: [ipv4]}
                    - {id: two, zone: two.example, kinds: [ipv4]}
                    - {id: three, zone: three.example, kinds: [ipv4]}
                receivers: [{name: ops, slack: {webhook-url: "%s"}}]
                route: {receiver: ops, group-by: [list, address], group-wait: 0s, group-interval: 1s}
                """.formatted(lists.resolver(), slack.url());
    }

    /** Lets a daemon live for a while; some die young, some while they tell Slack something. */
    private OfflistProcess live(OfflistProcess offlist, KillStory story, HttpSink slack, int kill) {
        if (kill % 4 == 3) {
            survives(offlist, random.nextInt(2500));
            return offlist;
        }
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    survives(offlist, 0);
                    return offlist.ready();
                });
        story.step(offlist);
        if (kill % 4 == 1) {
            slack.onNextPost(offlist::kill9);
            offlist.endsWithin(Duration.ofMillis(2500));
            slack.onNextPost(() -> {});
            return offlist;
        }
        survives(offlist, random.nextInt(700));
        story.step(offlist);
        survives(offlist, random.nextInt(700));
        return offlist;
    }

    private static void survives(OfflistProcess offlist, int millis) {
        assertThat(offlist.endsWithin(Duration.ofMillis(millis)))
                .as("ends by itself")
                .isFalse();
    }

    private static void settle(OfflistProcess offlist, KillStory story) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    Set<String> open = KillStory.open(offlist);
                    assertThat(open).isEqualTo(listed(story));
                    assertThat(story.pairs())
                            .filteredOn(pair -> pair.careful)
                            .allMatch(pair -> story.arrived(pair, open));
                    assertThat(offlist.metrics().series("offlist_listing")).hasSameSizeAs(open);
                });
    }

    private static Set<String> listed(KillStory story) {
        return story.pairs().stream().filter(Pair::listed).map(Pair::toString).collect(Collectors.toSet());
    }

    private static void historyIsThatOfTheZones(OfflistProcess offlist, KillStory story, int kills) {
        Map<String, List<JsonNode>> history =
                story.look(offlist).stream().collect(Collectors.groupingBy(KillStory::name));
        for (Pair pair : story.pairs()) {
            List<String> turns = history.getOrDefault(pair.toString(), List.of()).stream()
                    .map(each -> each.path("transition").asText())
                    .filter(turn -> !turn.equals("changed"))
                    .toList();
            assertThat(turns).as("%s, seed %d", pair, SEED).isEqualTo(alternating(turns.size()));
            assertThat(turns.size() % 2 == 1).as("%s is open", pair).isEqualTo(pair.listed());
            if (pair.careful) {
                assertThat(turns).as("%s, seed %d", pair, SEED).hasSize(pair.changes);
            }
        }
        assertThat(history.keySet())
                .isSubsetOf(story.pairs().stream().map(Pair::toString).toList());
        assertThat(story.pairs().stream().mapToInt(pair -> pair.changes).sum())
                .as("the story went on")
                .isGreaterThan(kills);
    }

    private static List<String> alternating(int turns) {
        return IntStream.range(0, turns)
                .mapToObj(turn -> turn % 2 == 0 ? "opened" : "closed")
                .toList();
    }

    private static void slackWasToldEverything(KillStory story, HttpSink slack, int kills) {
        for (Pair pair : story.pairs()) {
            List<String> told = story.told(pair);
            if (pair.careful) {
                assertThat(told).as("%s, seed %d", pair, SEED).hasSize(pair.changes);
            }
            for (int turn = 0; pair.careful && turn < told.size(); turn++) {
                assertThat(told.get(turn)).contains(turn % 2 == 0 ? " listed on " : " delisted from ");
            }
        }
        Map<String, String> headlines = new HashMap<>();
        for (HttpSink.Post post : slack.posts()) {
            String first = headlines.putIfAbsent(post.key(), post.headline());
            assertThat(first == null ? post.headline() : first)
                    .as("a repeat says the same")
                    .isEqualTo(post.headline());
        }
        assertThat(slack.posts().size() - headlines.size()).as("repeats").isBetween(1, kills);
    }

    /** Later listings of the same address on the same list belong to the task of the first. */
    private static void everyListingHasOneTask(OfflistProcess offlist) {
        List<JsonNode> listings = offlist.all("listings");
        List<JsonNode> tasks = offlist.all("tasks");
        assertThat(tasks.stream().map(KillIT::pair))
                .containsExactlyInAnyOrderElementsOf(
                        listings.stream().map(KillIT::pair).distinct().toList());
        Map<String, Long> times = listings.stream().collect(groupingBy(KillIT::pair, counting()));
        Map<String, JsonNode> last =
                listings.stream().collect(toMap(listing -> listing.path("id").asText(), listing -> listing));
        for (JsonNode task : tasks) {
            JsonNode listing = requireNonNull(last.get(task.path("listing").asText()));
            assertThat(pair(listing)).as("%s", task).isEqualTo(pair(task));
            assertThat(task.path("times").asLong()).as("%s", task).isEqualTo(times.get(pair(task)));
            assertThat(task.hasNonNull("closedAt")).as("%s", task).isEqualTo(listing.hasNonNull("closedAt"));
        }
        everyEndIsProvenByItsTransition(offlist, tasks);
    }

    private static String pair(JsonNode either) {
        return either.path("address").asText() + "/" + either.path("list").asText();
    }

    private static void everyEndIsProvenByItsTransition(OfflistProcess offlist, List<JsonNode> tasks) {
        Map<String, String> closings = offlist.all("transitions").stream()
                .filter(each -> each.path("transition").asText().equals("closed"))
                .collect(toMap(
                        each -> each.path("id").asText(),
                        each -> each.path("listing").asText()));
        tasks.stream()
                .filter(task -> task.hasNonNull("closedAt"))
                .forEach(task -> assertThat(closings.get(task.path("proof").asText()))
                        .as("%s", task)
                        .isEqualTo(task.path("listing").asText()));
    }
}
