package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import offlist.pool.Pool;
import offlist.probe.Health;
import offlist.testing.Sample;
import offlist.track.ListStatus;
import offlist.track.Listing;
import offlist.track.Status;
import org.junit.jupiter.api.Test;

class HeadlineTest {
    private static final List<ListStatus> HEALTHY = Sample.lists().subList(0, 2);

    @Test
    void listedIsSaidFirst() {
        Headline headline = headline(Sample.open(), Sample.lists());
        assertThat(headline.sentence()).isEqualTo("4 of 26 addresses are listed");
        assertThat(headline.level()).isEqualTo("bad");
    }

    @Test
    void oneAddressOnTwoListsIsOne() {
        Listing listing = Sample.open().getFirst();
        assertThat(headline(List.of(listing, listing), HEALTHY).sentence()).isEqualTo("1 of 26 addresses is listed");
    }

    @Test
    void onlyMinorListingsAreAWarning() {
        assertThat(headline(List.of(Sample.open().get(3)), HEALTHY).level()).isEqualTo("warn");
    }

    @Test
    void cleanIsSaidOnlyWhenEveryListCanTell() {
        assertThat(headline(List.of(), HEALTHY).sentence()).isEqualTo("All 26 addresses are clean");
        assertThat(headline(List.of(), Sample.lists()).sentence()).isEqualTo("No listing known");
        assertThat(headline(List.of(), Sample.lists()).level()).isEqualTo("warn");
    }

    @Test
    void beforeTheFirstTurnNobodyCanTell() {
        List<ListStatus> fresh = HEALTHY.stream()
                .map(list -> new ListStatus(
                        list.list(),
                        Health.HEALTHY,
                        list.since(),
                        list.wanted(),
                        list.planned(),
                        Optional.empty(),
                        "",
                        0,
                        0,
                        Optional.empty(),
                        3))
                .toList();
        assertThat(headline(List.of(), fresh).sentence()).isEqualTo("Not known yet");
    }

    @Test
    void anEmptyPoolAndNoListAreSaid() {
        assertThat(Headline.of(new Status(Sample.NOW, Pool.EMPTY, List.of(), HEALTHY, List.of()))
                        .sentence())
                .isEqualTo("The pool is empty");
        assertThat(headline(List.of(), List.of()).sentence()).isEqualTo("No list is asked");
    }

    private static Headline headline(List<Listing> open, List<ListStatus> lists) {
        return Headline.of(new Status(Sample.NOW, Sample.pool(), open, lists, List.of()));
    }
}
