package offlist.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsFuzzTest {
    private static final int PACKETS = 8_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void brokenAnswersBreakNothing(long seed) {
        DnsFuzz fuzz = new DnsFuzz(seed);
        long arrived = fuzz.run(PACKETS);
        assertThat(arrived).isGreaterThanOrEqualTo(PACKETS);
        reached(fuzz.tally());
    }

    /** A run that never gets past the door, or in which nothing is ever listed, would prove nothing. */
    private static void reached(Tally tally) {
        assertThat(tally.of("gate.accepted")).isGreaterThan(PACKETS / 5);
        assertThat(tally.of("gate.refused")).isGreaterThan(PACKETS / 5);
        assertThat(tally.of("tcp")).isPositive();
        for (String verdict : List.of("listed", "not_listed", "refused", "failed")) {
            assertThat(tally.of("verdict." + verdict)).as(verdict).isPositive();
        }
        for (String answer :
                List.of("records", "nosuchname", "nodata", "malformed", "lame", "bad_rcode", "truncated")) {
            assertThat(tally.of("answer." + answer)).as(answer).isPositive();
        }
    }

    @Test
    void aRoundCanBePlayedAgain() {
        DnsFuzz one = new DnsFuzz(7);
        DnsFuzz other = new DnsFuzz(7);
        for (int round = 0; round < 400; round++) {
            one.round(round);
        }
        for (int round = 399; round >= 0; round--) {
            other.round(round);
        }
        for (String what : List.of("gate.", "answer.", "verdict.")) {
            assertThat(one.tally().under(what)).isEqualTo(other.tally().under(what));
        }
    }

    /** In a heap in which a packet that is kept would show soon. */
    @Test
    @Tag("long")
    void aSmallHeapIsEnoughForAsManyAsCome() throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "offlist.bench.Bench",
                        "fuzz",
                        "--packets",
                        "300000",
                        "--seed",
                        "4")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(output)).contains("no promise was broken");
        assertThat(process.exitValue()).isZero();
    }
}
