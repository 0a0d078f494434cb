package offlist.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ListChoice;
import offlist.catalogue.ListId;
import offlist.catalogue.Selection;
import offlist.testing.Sample;
import offlist.track.Status;
import offlist.yaml.Problems;
import org.junit.jupiter.api.Test;

/** An entry on a list that is a reason to accept mail, or only a fact, is shown and makes nobody listed. */
class HarmlessListingTest {
    private static final Set<ListId> HARMLESS =
            Set.of(new ListId("spamcop"), new ListId("spamhaus-zen"), new ListId("uceprotect-1"));

    private final Scraped scraped = new Scraped();

    @Test
    void itIsShownAndMakesNoAddressListed() {
        scraped.board.show(new Status(
                Sample.NOW, Sample.pool(), Sample.open(), Sample.lists(), Sample.resolvers(), List.of(), HARMLESS));
        assertThat(scraped.lines("offlist_listing{")).hasSize(5);
        assertThat(scraped.lines("offlist_pool_addresses{pool=\"transactional\",state=\"listed\""))
                .allMatch(line -> line.endsWith(" 0.0"));
    }

    @Test
    void aListThatDoesNotBlockHasInformationalListingsOnly() {
        scraped.readings.selection =
                Selection.of(CatalogueReader.shipped(), ListChoice.of(List.of("dnswl")), new Problems());
        assertThat(scraped.lines("offlist_listings{list=\"dnswl\",pool=\"empty\""))
                .containsExactly("offlist_listings{list=\"dnswl\",pool=\"empty\",severity=\"informational\"} 0.0");
    }

    @Test
    void aListThatDoesNotBlockTellsNobodyClean() {
        scraped.readings.selection = Selection.of(
                CatalogueReader.shipped(), ListChoice.of(List.of("dnswl", "mailspike-rep")), new Problems());
        assertThat(scraped.lines("offlist_pool_addresses{pool=\"marketing\",state=\"clean\""))
                .containsExactly("offlist_pool_addresses{pool=\"marketing\",state=\"clean\"} 0.0");
    }
}
