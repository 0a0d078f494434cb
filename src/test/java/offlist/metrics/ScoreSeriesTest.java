package offlist.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ListChoice;
import offlist.catalogue.ListId;
import offlist.catalogue.Selection;
import offlist.pool.IpAddress;
import offlist.probe.Pair;
import offlist.testing.Sample;
import offlist.track.PairScore;
import offlist.track.Status;
import offlist.yaml.Problems;
import org.junit.jupiter.api.Test;

class ScoreSeriesTest {
    private final Scraped scraped = new Scraped();

    private static PairScore score(String address, int value) {
        return new PairScore(
                new Pair(IpAddress.parse(address), new ListId("mailspike-rep")), value, Sample.NOW.minusSeconds(60));
    }

    private void scores(PairScore... scores) {
        scraped.board.show(new Status(
                Sample.NOW,
                Sample.pool(),
                Sample.open(),
                Sample.lists(),
                Sample.resolvers(),
                List.of(scores),
                Set.of()));
    }

    @Test
    void aScoreIsAGaugeInEachPool() {
        scores(score("192.0.2.10", -3), score("198.51.100.7", 0));
        assertThat(scraped.lines("offlist_score{"))
                .containsExactlyInAnyOrder(
                        "offlist_score{address=\"192.0.2.10\",list=\"mailspike-rep\",pool=\"marketing\"} -3.0",
                        "offlist_score{address=\"192.0.2.10\",list=\"mailspike-rep\",pool=\"transactional\"} -3.0",
                        "offlist_score{address=\"198.51.100.7\",list=\"mailspike-rep\",pool=\"marketing\"} 0.0");
    }

    @Test
    void withoutAScoreThereIsNoSeries() {
        scores();
        assertThat(scraped.lines("offlist_score{")).isEmpty();
    }

    @Test
    void aTargetThatIsInNoPoolHasNoSeries() {
        scores(score("203.0.113.9", 4));
        assertThat(scraped.lines("offlist_score{")).isEmpty();
    }

    @Test
    void thresholdsAreThoseOfTheListsThatAreAsked() {
        assertThat(scraped.lines("offlist_score_threshold{")).isEmpty();
        scraped.readings.selection =
                Selection.of(CatalogueReader.shipped(), ListChoice.of(List.of("mailspike-rep")), new Problems());
        assertThat(scraped.lines("offlist_score_threshold{"))
                .containsExactlyInAnyOrder(
                        "offlist_score_threshold{level=\"good\",list=\"mailspike-rep\"} 2.0",
                        "offlist_score_threshold{level=\"poor\",list=\"mailspike-rep\"} -2.0");
    }
}
