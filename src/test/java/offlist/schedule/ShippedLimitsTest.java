package offlist.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import org.junit.jupiter.api.Test;

/** The smallest limit of a group holds for all of it, so a group of the shipped catalogue has one. */
class ShippedLimitsTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();

    private static Asking asking(DnsList list) {
        return new Asking(list, false, Optional.empty(), Optional.empty(), 1, 1, 1);
    }

    @Test
    void listsThatShareALimitPublishTheSame() {
        Map<String, Set<Integer>> limits = CATALOGUE.lists().stream()
                .filter(list -> list.usage().freeLimitPerDay().isPresent())
                .collect(Collectors.groupingBy(
                        list -> asking(list).group(),
                        Collectors.mapping(
                                list -> list.usage().freeLimitPerDay().orElseThrow(), Collectors.toSet())));

        assertThat(limits).isNotEmpty().containsEntry("spamhaus", Set.of(300_000));
        assertThat(limits.values()).allMatch(each -> each.size() == 1);
    }

    @Test
    void listsThatShareARatePublishTheSame() {
        Map<String, Set<Double>> rates = CATALOGUE.lists().stream()
                .filter(list -> list.usage().maxRate().isPresent())
                .collect(Collectors.groupingBy(
                        list -> asking(list).group(),
                        Collectors.mapping(list -> asking(list).publishedRate().orElseThrow(), Collectors.toSet())));

        assertThat(rates.values()).isNotEmpty().allMatch(each -> each.size() == 1);
    }

    @Test
    void aGroupHasANameThatCanBeKept() {
        assertThat(CATALOGUE.lists())
                .allSatisfy(list ->
                        assertThat(asking(list).group()).hasSizeBetween(1, 100).doesNotContain(" "));
    }
}
