package offlist.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;
import org.junit.jupiter.api.Test;

class SeveritiesTest {
    private static final ListId SPAMCOP = new ListId("spamcop");
    private static final ListId PSBL = new ListId("psbl");

    private final Severities severities = new Severities(Map.of(
            new PoolName("named"), new Severities.Words(Optional.empty(), Map.of(SPAMCOP, Severity.CRITICAL)),
            new PoolName("test"), new Severities.Words(Optional.of(Severity.MINOR), Map.of(PSBL, Severity.MAJOR))));

    private Severity of(ListId list, Severity usual, String... pools) {
        return severities.of(list, Stream.of(pools).map(PoolName::new).toList(), usual);
    }

    @Test
    void aWordForAListGoesBeforeTheListsOwn() {
        assertEquals(Severity.CRITICAL, of(SPAMCOP, Severity.MINOR, "named"));
        assertEquals(Severity.MINOR, of(PSBL, Severity.MINOR, "named"));
    }

    @Test
    void aWordForThePoolHoldsForTheListsItDoesNotName() {
        assertEquals(Severity.MINOR, of(SPAMCOP, Severity.CRITICAL, "test"));
        assertEquals(Severity.MAJOR, of(PSBL, Severity.CRITICAL, "test"));
    }

    @Test
    void anAddressInSeveralPoolsHasTheWorst() {
        assertEquals(Severity.CRITICAL, of(SPAMCOP, Severity.MAJOR, "test", "named"));
        assertEquals(
                Severity.MAJOR, of(SPAMCOP, Severity.MAJOR, "test", "silent"), "the silent pool has the list's own");
    }

    @Test
    void anAddressInNoPoolHasTheListsOwn() {
        assertEquals(Severity.MAJOR, of(SPAMCOP, Severity.MAJOR));
    }

    @Test
    void allThatWasSaidOfAListIsKnown() {
        assertThat(severities.said(SPAMCOP)).isEqualTo(java.util.Set.of(Severity.CRITICAL, Severity.MINOR));
        assertThat(Severities.NONE.said(SPAMCOP)).isEqualTo(java.util.Set.copyOf(List.of()));
    }
}
