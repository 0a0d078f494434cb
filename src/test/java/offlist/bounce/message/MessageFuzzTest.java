package offlist.bounce.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import offlist.bounce.Bounce;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Broken messages break nothing: reading throws nothing, ends, and makes no more of a message than its bounds allow, also on the way. A
 * round that fails is played again by its number, which the failure tells.
 */
final class MessageFuzzTest {
    /** Nearly twice what a report of thousands of recipients takes, read as a message and as a text. */
    private static final long ALLOWED = 300L << 20;

    private static final long ALLOWED_FOR_A_BYTE = 100;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final MessageReader READER = new MessageReader();
    private static final List<byte[]> SAMPLES =
            Sample.all().stream().map(Sample::message).toList();

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void brokenMessagesBreakNothing() {
        rounds(0, 1_500);
    }

    @Test
    @Tag("long")
    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void brokenMessagesBreakNothingForLong() {
        rounds(1_000_000, 60_000);
    }

    /** Patterns that look at a place twice take a minute for these, and not a second. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void theSameAgainAndAgainTakesNoLonger() {
        MessageMutator.monotonous(10_000).forEach(MessageFuzzTest::read);
    }

    /** Of each the library makes objects, hundreds of times as large. */
    @ParameterizedTest
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    @ValueSource(strings = {"--n\n\n", "--n\na:\n\n", "a:\n", "a:\n\n", "\n", "\r"})
    void emptyPartsFieldsAndBlocksTakeNoRoom(String piece) {
        String report = "From: MAILER-DAEMON\nContent-Type: multipart/mixed; boundary=n\n\n--n\n"
                + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; a\n\n";
        read((report + piece.repeat(1_000_000 / piece.length())).getBytes(StandardCharsets.US_ASCII));
        read(("From: MAILER-DAEMON\n" + piece.repeat(1_000_000 / piece.length())).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    @Tag("long")
    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void theSameAgainAndAgainInTheLargestMessages() {
        MessageMutator.monotonous(2 * MessageReader.LARGEST).forEach(MessageFuzzTest::read);
    }

    /** A run in which nothing is ever found would prove nothing. */
    private static void rounds(long first, int rounds) {
        int told = 0;
        for (long round = first; round < first + rounds; round++) {
            byte[] message = message(round);
            try {
                told += read(message).attempts().isEmpty() ? 0 : 1;
            } catch (RuntimeException | StackOverflowError | AssertionError broken) {
                throw new AssertionError("round " + round, broken);
            }
        }
        assertThat(told).isBetween(rounds / 3, rounds - rounds / 20);
    }

    private static byte[] message(long round) {
        SplittableRandom random = new SplittableRandom(round);
        return new MessageMutator(random, SAMPLES).mutated(SAMPLES.get(random.nextInt(SAMPLES.size())));
    }

    private static Bounce read(byte[] message) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Bounce bounce = READER.read(message);
        Bounce pasted = READER.text(new String(message, StandardCharsets.UTF_8));
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        Bounds.hold(bounce);
        Bounds.hold(pasted);
        assertThat(allocated).isLessThan(ALLOWED + ALLOWED_FOR_A_BYTE * message.length);
        return bounce;
    }
}
