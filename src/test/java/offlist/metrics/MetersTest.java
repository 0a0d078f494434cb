package offlist.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.alert.AlertKind;
import offlist.alert.Outcome;
import offlist.catalogue.ListId;
import offlist.delist.TaskState;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import offlist.testing.Sample;
import offlist.track.Evidence;
import offlist.track.Transition;
import org.junit.jupiter.api.Test;

class MetersTest {
    private final Scraped scraped = new Scraped();

    @Test
    void everyVerdictAndCauseOfAnAskedListIsThereAtZero() {
        assertThat(scraped.lines("offlist_checks_total{list=\"spamcop\""))
                .containsExactlyInAnyOrder(
                        "offlist_checks_total{list=\"spamcop\",verdict=\"listed\"} 0.0",
                        "offlist_checks_total{list=\"spamcop\",verdict=\"not_listed\"} 0.0",
                        "offlist_checks_total{list=\"spamcop\",verdict=\"refused\"} 0.0",
                        "offlist_checks_total{list=\"spamcop\",verdict=\"failed\"} 0.0");
        assertThat(scraped.lines("offlist_check_failures_total{cause=\"timeout\""))
                .hasSize(Sample.selection().asked().size());
    }

    @Test
    void theFirstRefusalBecauseOfAListIsAnIncrease() {
        assertThat(scraped.lines("offlist_refusals_total{"))
                .contains(
                        "offlist_refusals_total{class=\"public_list\",list=\"spamcop\"} 0.0",
                        "offlist_refusals_total{class=\"domain_list\",list=\"spamcop\"} 0.0",
                        "offlist_refusals_total{class=\"public_list\",list=\"none\"} 0.0");
        assertThat(scraped.lines("offlist_refusal_disagreements_total{list=\"spamcop\""))
                .containsExactly("offlist_refusal_disagreements_total{list=\"spamcop\"} 0.0");
        assertThat(scraped.lines("offlist_complaints_total{"))
                .contains("offlist_complaints_total{pool=\"marketing\",type=\"abuse\"} 0.0");
    }

    @Test
    void aFailedCheckCountsItsCauseAndItsTime() {
        scraped.meters.checked(observation("spamcop", new Verdict.Failed(Verdict.Cause.SERVFAIL)));
        assertThat(scraped.lines("offlist_check"))
                .contains(
                        "offlist_checks_total{list=\"spamcop\",verdict=\"failed\"} 1.0",
                        "offlist_check_failures_total{cause=\"servfail\",list=\"spamcop\"} 1.0",
                        "offlist_check_seconds_bucket{list=\"spamcop\",le=\"0.01\"} 0",
                        "offlist_check_seconds_bucket{list=\"spamcop\",le=\"0.025\"} 1",
                        "offlist_check_seconds_sum{list=\"spamcop\"} 0.02");
    }

    @Test
    void aListingInTwoPoolsCountsInBoth() {
        scraped.meters.transition(
                new Transition.Opened("T1", Sample.NOW, Sample.open().getFirst(), Evidence.NONE));
        assertThat(scraped.lines("offlist_transitions_total{list=\"spamhaus-zen\""))
                .contains(
                        "offlist_transitions_total{list=\"spamhaus-zen\",pool=\"marketing\",transition=\"opened\"} 1.0",
                        "offlist_transitions_total{list=\"spamhaus-zen\",pool=\"transactional\",transition=\"opened\"} 1.0");
    }

    @Test
    void onlyADelistingTellsHowLongAListLists() {
        Sample.closed()
                .forEach(listing -> scraped.meters.transition(
                        new Transition.Closed("T", listing.closedAt().orElseThrow(), listing, Evidence.NONE)));
        assertThat(scraped.lines("offlist_listing_duration_seconds_count"))
                .contains(
                        "offlist_listing_duration_seconds_count{list=\"psbl\"} 1",
                        "offlist_listing_duration_seconds_count{list=\"spamcop\"} 0");
        assertThat(scraped.lines("offlist_listing_duration_seconds_sum{list=\"psbl\""))
                .containsExactly("offlist_listing_duration_seconds_sum{list=\"psbl\"} 151200.0");
    }

    @Test
    void theSeriesOfAListThatIsNotAskedAnyMoreEnd() {
        scraped.meters.asked(List.of(new ListId("spamcop")), List.of());
        assertThat(scraped.lines("offlist_checks_total"))
                .allMatch(line -> line.contains("spamcop"))
                .hasSize(4);
        assertThat(scraped.lines("offlist_check_seconds_count")).hasSize(1);
    }

    @Test
    void aNotificationCountsByReceiverAndOutcome() {
        scraped.meters.notification("ops", "listing", "delivered");
        assertThat(scraped.lines("offlist_notifications_total"))
                .hasSize(3 * AlertKind.values().length)
                .contains(
                        "offlist_notifications_total{kind=\"listing\",outcome=\"delivered\",receiver=\"ops\"} 1.0",
                        "offlist_notifications_total{kind=\"list-health\",outcome=\"given_up\",receiver=\"ops\"} 0.0");
    }

    @Test
    void kindsOutcomesAndStatesAreTheWordsOfTheStagesThatMakeThem() {
        assertThat(Metric.NOTIFICATIONS.values("kind"))
                .isEqualTo(Stream.of(AlertKind.values()).map(AlertKind::label).toList());
        assertThat(Metric.NOTIFICATIONS.values("outcome"))
                .containsExactly(
                        new Outcome.Delivered().label(),
                        new Outcome.RetryLater("", Optional.empty()).label(),
                        new Outcome.GivenUp("").label());
        assertThat(Metric.REMOVAL_TASKS.values("state")).isEqualTo(TaskState.LABELS);
    }

    @Test
    void whatCameOfAskingIsThereByListAndByPool() {
        assertThat(scraped.lines("offlist_removal_list"))
                .containsExactlyInAnyOrder(
                        "offlist_removal_list_requests{list=\"spamcop\"} 3.0",
                        "offlist_removal_list_seconds{list=\"spamcop\",percentile=\"90\",span=\"request_to_delisting\"} 64800.0",
                        "offlist_removal_list_success_ratio{list=\"spamcop\"} 0.5");
        assertThat(scraped.lines("offlist_removal_pool_requests"))
                .containsExactly("offlist_removal_pool_requests{pool=\"transactional\"} 3.0");
    }

    private static Observation observation(String list, Verdict verdict) {
        Pair pair = new Pair(IpAddress.parse("192.0.2.10"), new ListId(list));
        return new Observation(
                pair, verdict, new ResolverId("127.0.0.1:53"), Sample.NOW, Duration.ofMillis(20), "SERVFAIL");
    }
}
