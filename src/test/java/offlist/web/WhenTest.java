package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min", "3599, 59 min", "3600, 1 h", "172799, 47 h", "172800, 2 d", "-5, 0 s"
    })
    void oneUnitIsEnough(long seconds, String words) {
        assertThat(When.words(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @Test
    void thePastIsAgoAndTheFutureIsIn() {
        assertThat(When.of(NOW.minusSeconds(90), NOW))
                .isEqualTo(new When("2026-11-22T11:58:30Z", "22 Nov 2026 11:58:30 UTC", "1 min ago"));
        assertThat(When.of(NOW.minusSeconds(2), NOW).ago()).isEqualTo("just now");
        assertThat(When.of(NOW.plusSeconds(7200), NOW).ago()).isEqualTo("in 2 h");
        assertThat(When.of(NOW.plusSeconds(2), NOW).ago()).isEqualTo("just now");
    }
}
