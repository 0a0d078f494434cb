package offlist.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmtpRepliesTest {
    static IntStream codes() {
        return IntStream.range(400, 600);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeIsDecided(int code) {
        assertThat(SmtpReplies.outcome(code, "").label()).isEqualTo(code < 500 ? "retried" : "given_up");
    }

    @Test
    void wordsAreOneShortLine() {
        assertThat(SmtpReplies.outcome(450, "a\r\nb" + "x".repeat(5000)).toString())
                .doesNotContain("\n")
                .hasSizeLessThan(300);
    }
}
