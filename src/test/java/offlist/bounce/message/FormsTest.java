package offlist.bounce.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each form in which mail servers tell of a message that was not delivered, whole and broken, and messages that tell of none. */
final class FormsTest {

    static Stream<Sample> samples() {
        return Sample.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eachRecipientWithItsServerAndItsWords(Sample sample) {
        assertThat(Lines.of(new MessageReader().read(sample.message()).attempts()))
                .isEqualTo(sample.expected());
    }
}
