package offlist.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private final Backoff backoff = new Backoff(new Random(1));

    @ParameterizedTest
    @CsvSource({"1,5", "2,10", "3,20", "7,320", "8,600", "100,600", "2147483647,600"})
    void pausesDoubleUpToTenMinutesAndAreSpread(int failures, long most) {
        for (int i = 0; i < 200; i++) {
            assertThat(backoff.after(failures, Optional.empty()))
                    .isBetween(Duration.ofSeconds(most).dividedBy(2), Duration.ofSeconds(most));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,120,120", "8,1,300", "1,7200,7200", "1,999999,86400"})
    void aLongerPauseThatTheReceiverAsksForIsKept(int failures, long asked, long atLeast) {
        assertThat(backoff.after(failures, Optional.of(Duration.ofSeconds(asked))))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(atLeast))
                .isLessThanOrEqualTo(Duration.ofHours(24));
    }
}
