package offlist.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;
import offlist.probe.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlapsTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final Pair PAIR = pair("192.0.2.10");
    private static final Flapping RULE = new Flapping(3, Duration.ofHours(24), Duration.ofHours(1));

    private final Flaps flaps = new Flaps();

    private static Pair pair(String address) {
        return new Pair(IpAddress.parse(address), new ListId("bl"));
    }

    /** The hours of the delistings, the hour of the opening. */
    @ParameterizedTest
    @CsvSource({
        "'',      0,  3, false",
        "0,       1,  3, false",
        "'0 1',   2,  3, true",
        "'0 1',   24, 3, true",
        "'0 1',   25, 3, false",
        "'0 9 9', 30, 3, true",
        "0,       1,  2, true",
        "'0 1',   2,  4, false",
    })
    void anOpeningIsFlappingWithEnoughDelistingsBehindIt(String delisted, int opens, int openings, boolean flapping) {
        for (String hour : delisted.split(" ", -1)) {
            if (!hour.isEmpty()) {
                flaps.delisted(PAIR, T0.plus(Duration.ofHours(Integer.parseInt(hour))));
            }
        }
        Flapping rule = new Flapping(openings, RULE.within(), RULE.calm());
        assertEquals(flapping, flaps.flapping(PAIR, rule, T0.plus(Duration.ofHours(opens))));
    }

    @Test
    void anotherPairHasItsOwnCount() {
        flaps.delisted(PAIR, T0);
        flaps.delisted(PAIR, T0);
        assertThat(flaps.flapping(pair("192.0.2.11"), RULE, T0)).isFalse();
    }

    @Test
    void whatDoesNotCountAnyMoreIsForgotten() {
        flaps.delisted(PAIR, T0);
        flaps.delisted(pair("192.0.2.11"), T0.plusSeconds(1));
        flaps.delisted(PAIR, T0.plusSeconds(2));
        assertThat(flaps.pairs()).isEqualTo(2);
        flaps.flapping(PAIR, RULE, T0.plusSeconds(1).plus(RULE.within()));
        assertThat(flaps.pairs()).isEqualTo(2);
        flaps.flapping(PAIR, RULE, T0.plusSeconds(2).plus(RULE.within()));
        assertThat(flaps.pairs()).isEqualTo(1);
        flaps.flapping(PAIR, RULE, T0.plusSeconds(3).plus(RULE.within()));
        assertThat(flaps.pairs()).isZero();
    }

    @Test
    void aRuleThatCannotHoldIsOurMistake() {
        assertThatThrownBy(() -> new Flapping(1, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Flapping(2, Duration.ofSeconds(-1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Flapping(2, Duration.ZERO, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Flapping(2, Duration.ZERO, Duration.ZERO).openings()).isEqualTo(2);
        assertThatThrownBy(() -> new ConfirmSettings(0, RULE, Mass.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ConfirmSettings(1, RULE, Mass.DEFAULT).looks()).isEqualTo(1);
    }
}
