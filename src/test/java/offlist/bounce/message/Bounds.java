package offlist.bounce.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import offlist.bounce.Attempt;
import offlist.bounce.Bounce;

/** How much a message may make of itself, whatever is in it. */
final class Bounds {
    private static final int LONGEST_REPLY = 8_000;
    private static final int LONGEST_NAME = 2_000;

    private Bounds() {}

    static void hold(Bounce bounce) {
        assertThat(bounce.attempts()).hasSizeLessThanOrEqualTo(MessageReader.MOST);
        assertThat(bounce.complaints()).hasSizeLessThanOrEqualTo(MessageReader.MOST);
        assertThat(bounce.returned().chain()).hasSizeLessThanOrEqualTo(100);
        bounce.attempts().forEach(Bounds::hold);
        bounce.complaints().forEach(complaint -> {
            assertThat(complaint.feedbackType()).hasSizeLessThanOrEqualTo(LONGEST_NAME);
            shortEnough(complaint.reportedDomain());
            shortEnough(complaint.recipient());
        });
        shortEnough(bounce.returned().messageId());
        shortEnough(bounce.returned().from());
    }

    private static void hold(Attempt attempt) {
        assertThat(attempt.reply()).hasSizeLessThanOrEqualTo(LONGEST_REPLY);
        shortEnough(attempt.recipient());
        shortEnough(attempt.remoteMta());
        shortEnough(attempt.dsnStatus());
        shortEnough(attempt.sender());
        shortEnough(attempt.reference());
    }

    private static void shortEnough(Optional<String> name) {
        assertThat(name.map(String::length).orElse(0)).isLessThanOrEqualTo(LONGEST_NAME);
    }
}
