package offlist.bounce.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.bounce.Attempt;
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
        assertThat(lines(new MessageReader().read(sample.message()).attempts())).isEqualTo(sample.expected());
    }

    private static List<String> lines(List<Attempt> attempts) {
        return attempts.isEmpty()
                ? List.of("nothing")
                : attempts.stream().map(FormsTest::line).toList();
    }

    private static String line(Attempt attempt) {
        return String.join(
                " | ",
                or(attempt.recipient()),
                or(attempt.remoteMta()),
                or(attempt.remoteAddress()),
                or(attempt.dsnStatus()),
                attempt.reply().isBlank()
                        ? "-"
                        : attempt.reply().replaceAll("\\s+", " ").strip());
    }

    private static String or(Optional<?> value) {
        return value.map(Object::toString).orElse("-");
    }
}
