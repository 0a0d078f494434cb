package offlist.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.Severity;
import offlist.testing.Sample;
import offlist.track.ListStatus;
import offlist.track.Severities;
import offlist.track.Status;
import org.junit.jupiter.api.Test;

class ListingCollectorTest {
    private final Scraped scraped = new Scraped();

    @Test
    void anOpenListingIsOneInEachOfItsPools() {
        assertThat(scraped.lines("offlist_listing{address=\"192.0.2.10\""))
                .containsExactlyInAnyOrder(
                        "offlist_listing{address=\"192.0.2.10\",list=\"spamhaus-zen\",pool=\"marketing\",reason=\"snowshoe\",severity=\"critical\"} 1.0",
                        "offlist_listing{address=\"192.0.2.10\",list=\"spamhaus-zen\",pool=\"transactional\",reason=\"snowshoe\",severity=\"critical\"} 1.0");
        assertThat(scraped.lines("offlist_listing_opened_timestamp_seconds{address=\"198.51.100.8\""))
                .containsExactly(
                        "offlist_listing_opened_timestamp_seconds{address=\"198.51.100.8\",list=\"spamcop\",pool=\"marketing\"} 1.7953416E9");
    }

    @Test
    void theSeriesOfAListingEndsWithIt() {
        scraped.board.show(new Status(Sample.NOW, Sample.pool(), List.of(), Sample.lists(), Sample.resolvers()));
        assertThat(scraped.lines("offlist_listing{")).isEmpty();
        assertThat(scraped.lines("offlist_listings{list=\"spamcop\",pool=\"marketing\""))
                .containsExactly("offlist_listings{list=\"spamcop\",pool=\"marketing\",severity=\"major\"} 0.0");
    }

    @Test
    void aSeverityThatAPoolGivesIsCountedFromZero() {
        scraped.board.show(new Status(Sample.NOW, Sample.pool(), List.of(), Sample.lists(), Sample.resolvers()));
        scraped.readings.severities =
                new Severities(Map.of(Sample.MARKETING, new Severities.Words(Optional.of(Severity.MINOR), Map.of())));
        assertThat(scraped.lines("offlist_listings{list=\"spamcop\",pool=\"marketing\""))
                .containsExactlyInAnyOrder(
                        "offlist_listings{list=\"spamcop\",pool=\"marketing\",severity=\"major\"} 0.0",
                        "offlist_listings{list=\"spamcop\",pool=\"marketing\",severity=\"minor\"} 0.0");
    }

    @Test
    void aFailingCheckTakesNoListingAway() {
        List<ListStatus> allIll = Sample.lists().stream().map(list -> ill(list)).toList();
        scraped.board.show(new Status(Sample.NOW, Sample.pool(), Sample.open(), allIll, Sample.resolvers()));
        assertThat(scraped.lines("offlist_listing{")).hasSize(5);
        assertThat(scraped.lines("offlist_pool_addresses{pool=\"marketing\""))
                .containsExactlyInAnyOrder(
                        "offlist_pool_addresses{pool=\"marketing\",state=\"clean\"} 0.0",
                        "offlist_pool_addresses{pool=\"marketing\",state=\"listed\"} 3.0",
                        "offlist_pool_addresses{pool=\"marketing\",state=\"unknown\"} 14.0");
    }

    @Test
    void listingsAreCountedAndZeroWhereThereAreNone() {
        assertThat(scraped.lines("offlist_listings{"))
                .contains(
                        "offlist_listings{list=\"spamcop\",pool=\"marketing\",severity=\"major\"} 2.0",
                        "offlist_listings{list=\"spamcop\",pool=\"transactional\",severity=\"major\"} 0.0",
                        "offlist_listings{list=\"spamcop\",pool=\"empty\",severity=\"major\"} 0.0");
    }

    @Test
    void addressesAreListedCleanOrUnknown() {
        assertThat(scraped.lines("offlist_pool_addresses{pool=\"transactional\""))
                .containsExactlyInAnyOrder(
                        "offlist_pool_addresses{pool=\"transactional\",state=\"clean\"} 8.0",
                        "offlist_pool_addresses{pool=\"transactional\",state=\"listed\"} 2.0",
                        "offlist_pool_addresses{pool=\"transactional\",state=\"unknown\"} 0.0");
    }

    @Test
    void aListIsInExactlyOneState() {
        assertThat(scraped.lines("offlist_list_health{list=\"barracuda-brbl\""))
                .hasSize(6)
                .contains("offlist_list_health{list=\"barracuda-brbl\",state=\"refusing\"} 1.0")
                .filteredOn(line -> line.endsWith(" 1.0"))
                .hasSize(1);
        assertThat(scraped.lines("offlist_resolver_health{resolver=\"192.0.2.53:53\""))
                .contains("offlist_resolver_health{resolver=\"192.0.2.53:53\",state=\"unreachable\"} 1.0");
    }

    @Test
    void whatIsNotKnownHasNoSeries() {
        assertThat(scraped.lines("offlist_list_interval_seconds{kind=\"achieved\""))
                .hasSize(3)
                .noneMatch(line -> line.contains("barracuda"));
    }

    @Test
    void aLockedStoreTakesNoListingOutOfTheScrape() {
        scraped.readings.locked = true;
        assertThat(scraped.lines("offlist_listing{")).hasSize(5);
        assertThat(scraped.lines("offlist_removal_tasks")).isEmpty();
        assertThat(scraped.lines("offlist_scrape_failures_total{part=\"readings\""))
                .noneMatch(line -> line.endsWith(" 0.0"));
    }

    @Test
    void whatIsOwedIsShownAlsoWhenItIsNothing() {
        assertThat(scraped.lines("offlist_outbox"))
                .contains(
                        "offlist_outbox_pending{receiver=\"ops\"} 2.0",
                        "offlist_outbox_oldest_seconds{receiver=\"ops\"} 90.0",
                        "offlist_outbox_pending{receiver=\"postmaster\"} 0.0",
                        "offlist_outbox_oldest_seconds{receiver=\"postmaster\"} 0.0");
    }

    private static ListStatus ill(ListStatus list) {
        return new ListStatus(
                list.list(),
                new offlist.probe.Health(offlist.probe.Health.State.UNREACHABLE, "down"),
                list.since(),
                list.wanted(),
                list.planned(),
                list.achieved(),
                list.stretch(),
                0,
                26,
                list.oldestAnswer(),
                list.checks());
    }
}
