package offlist.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HttpRepliesTest {
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    static IntStream statuses() {
        return IntStream.range(100, 600);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void everyStatusIsDecided(int status) {
        String wanted = status / 100 == 2
                ? "delivered"
                : status / 100 == 5 || PASSING.contains(status) ? "retried" : "given_up";

        assertThat(HttpReplies.outcome(status, Optional.empty(), Optional.empty(), "")
                        .label())
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            30,                             , 30
            0,                              , 0
            'Sun, 22 Nov 2026 10:02:00 GMT' , 'Sun, 22 Nov 2026 10:00:00 GMT' , 120
            'Sun, 22 Nov 2026 10:02:00 GMT' , , -1
            'Sun, 22 Nov 2026 09:00:00 GMT' , 'Sun, 22 Nov 2026 10:00:00 GMT' , -1
            soon                            , , -1
            -5                              , , -1
            99999999999999                  , , -1
            """)
    void retryAfterIsSecondsOrADate(String value, String date, long seconds) {
        Outcome outcome = HttpReplies.outcome(429, Optional.of(value), Optional.ofNullable(date), "");

        assertThat(((Outcome.RetryLater) outcome).after())
                .isEqualTo(seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
    }

    @Test
    void whatNeverArrivedIsTriedAgainAndNamesNoAddress() {
        for (Throwable why : new Throwable[] {
            new ConnectException("secret"),
            new HttpTimeoutException("secret"),
            new SSLException("secret"),
            new IOException("secret"),
            new IllegalStateException("secret")
        }) {
            assertThat(HttpReplies.unanswered(why)).isInstanceOf(Outcome.RetryLater.class);
            assertThat(HttpReplies.unanswered(why).toString()).doesNotContain("secret");
        }
    }
}
