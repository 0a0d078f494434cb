package offlist.grafana;

import static offlist.grafana.DashboardStory.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.Prometheus;
import offlist.testing.Prometheus.Series;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every panel shows something of a day on which much goes wrong, and what it shows is true. */
@ExtendWith(OfflistHomes.class)
class DashboardStoryIT {
    @Test
    void everyPanelShowsTheDayAndAgreesWithTheDaemon(OfflistHome home) {
        try (DashboardStory story = new DashboardStory(home);
                Prometheus prometheus = Prometheus.scraping("127.0.0.1:" + home.managementPort())) {
            Instant begin = firstScrape(prometheus);
            Filling filling = filling(home);
            story.everythingIsClean();
            agrees(story, prometheus, filling, begin);
            story.addressesAreListed();
            agrees(story, prometheus, filling, begin);
            story.recipientsRefuse();
            story.aListIsAskedAndLetsGo();
            agrees(story, prometheus, filling, begin);
            story.muchFails();
            story.theFiguresOfRemovalAreThere();
            agrees(story, prometheus, filling, begin);
            tellingIsShown(story, prometheus);

            BoardAsker asker = BoardAsker.over(prometheus, filling, begin, Instant.now());
            List<Path> pictures = Previews.draw(asker);
            everyQueryBringsSomething(asker);
            everyVariableCanBeChosen(asker);
            everyOpeningAndClosingIsMarked(story, asker);
            everyPageIsThere(story);
            story.somebodyKeepsAListQuiet();
            assertThat(pictures)
                    .hasSize(7)
                    .allSatisfy(each -> assertThat(each.toFile().length()).isBetween(10_000L, 250_000L));
            assertThat(PagePictures.take(story))
                    .hasSize(10)
                    .allSatisfy(each -> assertThat(each.toFile().length()).isBetween(10_000L, 600_000L));
        }
    }

    private static Instant firstScrape(Prometheus prometheus) {
        List<Series> up = soon().until(() -> prometheus.now("timestamp(up == 1)"), series -> !series.isEmpty());
        return Instant.ofEpochSecond((long) up.getFirst().last());
    }

    /** All that there is, of the one daemon. */
    private static Filling filling(OfflistHome home) {
        return Filling.ALL
                .but("job", "offlist")
                .but("instance", "127.0.0.1:" + home.managementPort())
                .but("address", DashboardStory.ADDRESS);
    }

    /** Prometheus is up to a scrape behind. */
    private static void agrees(DashboardStory story, Prometheus prometheus, Filling filling, Instant begin) {
        soon().untilAsserted(() -> new BoardAgreement(
                        story.offlist(), BoardAsker.over(prometheus, filling, begin, Instant.now()))
                .holds());
    }

    /** The receiver got what was delivered; the other one is owed everything. */
    private static void tellingIsShown(DashboardStory story, Prometheus prometheus) {
        soon().untilAsserted(() -> {
            assertThat(BoardNumbers.latest(
                            prometheus.now("sum by (receiver) (offlist_notifications_total{outcome='delivered'})"),
                            "receiver"))
                    .containsEntry(DashboardStory.OPS, (double) story.told())
                    .containsEntry(DashboardStory.PAGER, 0.0);
            assertThat(BoardNumbers.latest(prometheus.now("offlist_outbox_pending"), "receiver"))
                    .containsEntry(DashboardStory.OPS, 0.0)
                    .hasEntrySatisfying(
                            DashboardStory.PAGER, owed -> assertThat(owed).isGreaterThanOrEqualTo(7));
        });
    }

    private static void everyQueryBringsSomething(BoardAsker asker) {
        List<String> empty = new ArrayList<>();
        List<String> quiet = new ArrayList<>();
        for (BoardFile board : BoardFile.all()) {
            board.panels().stream()
                    .map(asker::shown)
                    .forEach(shown -> shown.answers().forEach(answer -> {
                        if (answer.series().isEmpty()) {
                            empty.add(QuietQueries.name(board, shown, answer));
                        } else if (QuietQueries.quiet(answer)) {
                            quiet.add(QuietQueries.name(board, shown, answer));
                        }
                    }));
        }
        assertThat(empty).isEmpty();
        quiet.remove(QuietQueries.MOSTLY);
        assertThat(quiet).containsExactlyInAnyOrderElementsOf(QuietQueries.ALL.keySet());
    }

    private static void everyVariableCanBeChosen(BoardAsker asker) {
        SoftAssertions all = new SoftAssertions();
        for (BoardFile board : BoardFile.all()) {
            board.variables().stream()
                    .filter(each -> each.path("type").asText().equals("query"))
                    .forEach(each -> all.assertThat(asker.choices(each))
                            .as(board.uid() + " " + each.path("name").asText())
                            .isNotEmpty());
            board.variables().stream()
                    .filter(each -> each.path("name").asText().equals("address"))
                    .forEach(each -> all.assertThat(asker.choices(each)).contains(DashboardStory.ADDRESS));
        }
        all.assertAll();
    }

    /** As the daemon tells them: with the list, and the pool or the address. */
    private static void everyOpeningAndClosingIsMarked(DashboardStory story, BoardAsker asker) {
        List<JsonNode> transitions = story.offlist().all("transitions");
        for (BoardFile board : BoardFile.all()) {
            for (JsonNode mark : board.marks()) {
                String what = mark.path("name").asText().equals("Opened") ? "opened" : "closed";
                boolean counted = mark.path("textFormat").asText().startsWith("{{pool}}");
                boolean one = board.uid().equals(AddressBoard.UID);
                Map<String, Double> expected = new TreeMap<>();
                transitions.stream()
                        .filter(each -> each.path("transition").asText().equals(what))
                        .filter(each -> !one || each.path("address").asText().equals(DashboardStory.ADDRESS))
                        .flatMap(each -> who(each, counted))
                        .forEach(each -> expected.merge(each, 1.0, Double::sum));
                Map<String, Double> marked = new TreeMap<>();
                asker.marks(mark)
                        .forEach(series -> marked.merge(
                                series.label(counted ? "pool" : "address") + " " + series.label("list"),
                                series.points().stream()
                                        .mapToDouble(Prometheus.Point::value)
                                        .sum(),
                                Double::sum));
                assertThat(marked)
                        .as(board.uid() + " " + what)
                        .isEqualTo(expected)
                        .isNotEmpty();
            }
        }
    }

    private static Stream<String> who(JsonNode transition, boolean counted) {
        String list = transition.path("list").asText();
        return counted
                ? transition.path("pools").valueStream().map(pool -> pool.asText() + " " + list)
                : Stream.of(transition.path("address").asText() + " " + list);
    }

    /** Every link to Offlist's own pages leads to one, for what the story has. */
    private static void everyPageIsThere(DashboardStory story) {
        for (BoardFile board : BoardFile.all()) {
            assertThat(BoardLinks.pages(board)).as(board.uid()).isNotEmpty();
            for (String path : BoardLinks.pages(board)) {
                assertThat(story.offlist().page(path)).as(path).contains("<html");
            }
        }
    }
}
