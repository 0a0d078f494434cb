package offlist.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "10s, PT10S",
        "10m, PT10M",
        "24h, PT24H",
        "1h30m, PT1H30M",
        "7d, PT168H",
        "2w, PT336H",
        "0s, PT0S",
        "90m, PT1H30M"
    })
    void durationsAreReadAsPeopleWriteThem(String text, Duration duration) {
        assertEquals(Optional.of(duration), Durations.parse(text));
        assertEquals(Optional.of(duration), Durations.parse(Durations.print(duration)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "m", "10 m", "10M", "-5s", "1.5h", "10m ", "1h-30m", "9999999999s", "10min"})
    void otherTextsAreNoDurations(String text) {
        assertEquals(Optional.empty(), Durations.parse(text));
    }

    @Test
    void durationsArePrintedFromTheLargestUnitDown() {
        assertEquals("1h30m", Durations.print(Duration.ofMinutes(90)));
        assertEquals("1d1s", Durations.print(Duration.ofSeconds(86_401)));
        assertEquals("0s", Durations.print(Duration.ofNanos(10)));
    }

    @ParameterizedTest
    @CsvSource({
        "5/s, 5, PT1S, 5/s",
        "300/m, 300, PT1M, 300/m",
        "300000/d, 300000, PT24H, 300000/d",
        "2/10s, 2, PT10S, 2/10s"
    })
    void ratesAreReadAndPrinted(String text, long count, Duration per, String printed) {
        assertEquals(Optional.of(new Rate(count, per)), Rate.parse(text));
        assertEquals(printed, new Rate(count, per).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5/", "/s", "0/s", "5/0s", "-1/s", "5/x", "5/s/s", "9999999999999/s"})
    void otherTextsAreNoRates(String text) {
        assertEquals(Optional.empty(), Rate.parse(text));
    }

    @Test
    void aRateKnowsItsPace() {
        assertEquals(5.0, new Rate(300, Duration.ofMinutes(1)).perSecond());
        assertThrows(IllegalArgumentException.class, () -> new Rate(0, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({"adresses, addresses", "spamhous-zen, spamhaus-zen", "SPAMCOP, spamcop", "psblx, psbl"})
    void aNearWordIsOffered(String typed, String meant) {
        assertEquals(Optional.of(meant), Nearest.of(typed, List.of("addresses", "spamhaus-zen", "spamcop", "psbl")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shrubbery", "xy"})
    void aFarWordIsNot(String typed) {
        assertEquals(Optional.empty(), Nearest.of(typed, List.of("addresses", "psbl")));
    }

    @Test
    void distanceCountsChangesOfOneLetter() {
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
        assertThat(Nearest.distance("abc", "abc")).isZero();
    }

    @Test
    void problemsOfSeveralFilesStayTogether() {
        Problems problems = new Problems();
        problems.in("b.yaml").add("x", 1, "wrong");
        problems.in("a.yaml").add("y", 9, "wrong");
        problems.in("a.yaml").add("", 2, "wrong");
        problems.in("a.yaml").add("", 2, "wrong");
        assertEquals(
                "a.yaml: wrong (line 2)\na.yaml: y: wrong (line 9)\nb.yaml: x: wrong (line 1)", problems.toString());
    }
}
