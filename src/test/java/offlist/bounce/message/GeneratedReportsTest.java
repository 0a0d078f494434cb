package offlist.bounce.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports made from the truth tell the truth. One that fails is made again by its form and its seed, which its name holds. */
final class GeneratedReportsTest {
    private static final MessageReader READER = new MessageReader();

    static Stream<Written> forms() {
        return Written.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatWasWrittenIsRead(Written form) {
        LongStream.range(0, 100).forEach(seed -> check(form, seed));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("forms")
    void whatWasWrittenIsReadThousandsOfTimes(Written form) {
        LongStream.range(1_000, 11_000).forEach(seed -> check(form, seed));
    }

    private static void check(Written form, long seed) {
        Generated generated = Generated.of(form, seed);
        assertThat(Lines.of(READER.read(generated.message()).attempts()))
                .as("Generated.of(%s, %d):%n%s", form, seed, new String(generated.message(), StandardCharsets.UTF_8))
                .isEqualTo(generated.expected());
    }
}
