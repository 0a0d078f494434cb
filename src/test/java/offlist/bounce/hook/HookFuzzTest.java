package offlist.bounce.hook;

import static offlist.bounce.hook.Services.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import offlist.bounce.Attempt;
import offlist.bounce.Bounce.Complaint;
import offlist.bounce.Delivery;
import offlist.bounce.hook.HookDoor.Entry;
import offlist.bounce.hook.Services.Post;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Whatever a service that is known posts, and whatever a stranger does: nothing is thrown, and nothing is told that no store keeps. */
final class HookFuzzTest {
    /** With the code in front of it that a service tells apart. */
    private static final int LONGEST = 8004;

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private final Kept kept = new Kept();
    private final HookDoor door = new HookDoor(Services::settings, kept, Net.usual(), () -> NOW);

    private static final class Kept implements HookTaker {
        private final List<Attempt> attempts = new ArrayList<>();
        private final List<Delivery> deliveries = new ArrayList<>();
        private final List<Complaint> complaints = new ArrayList<>();

        @Override
        public void attempts(List<Attempt> told) {
            attempts.addAll(told);
        }

        @Override
        public void delivered(Collection<Delivery> told) {
            deliveries.addAll(told);
        }

        @Override
        public void complaints(List<Complaint> told) {
            complaints.addAll(told);
        }

        private void clear() {
            attempts.clear();
            deliveries.clear();
            complaints.clear();
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void oddPayloadsBreakNothing() throws Exception {
        rounds(0, 4_000);
    }

    @Test
    @Tag("long")
    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void oddPayloadsBreakNothingForLong() throws Exception {
        rounds(1_000_000, 200_000);
    }

    /** A run in which nothing is told would prove nothing. */
    private void rounds(long first, int rounds) throws Exception {
        List<String> payloads = HookGoldenTest.payloads();
        int told = 0;
        for (long round = first; round < first + rounds; round++) {
            String name = payloads.get((int) (round % payloads.size()));
            try {
                told += play(name, round);
            } catch (RuntimeException | StackOverflowError | AssertionError broken) {
                throw new AssertionError("round " + round + ", " + name, broken);
            }
            kept.clear();
        }
        assertThat(told).isBetween(rounds / 4, rounds - rounds / 20);
    }

    private int play(String name, long round) {
        String service = name.split("-", 2)[0];
        JsonMutator mutator = new JsonMutator(round);
        String odd = mutator.mutated(Services.payload(name));
        Entry entry = enter(service, signed(service, odd, round));
        assertThat(entry).isInstanceOfAny(Entry.Taken.class, Entry.Unreadable.class, Entry.Stranger.class);
        bounds();
        int told = kept.attempts.size() + kept.deliveries.size() + kept.complaints.size() > 0 ? 1 : 0;

        kept.clear();
        Post envelope = Services.post(service, Services.payload(name), NOW);
        enter(service, new Post(envelope.headers(), bytes(mutator.mutated(envelope.text()))));
        bounds();
        return told;
    }

    private Entry enter(String service, Post post) {
        return door.enter(service, post.header(), post.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** By the service itself, however odd. */
    private static Post signed(String service, String odd, long round) {
        String time = String.valueOf(NOW.getEpochSecond());
        return switch (service) {
            case "mailgun" -> Services.mailgun(odd, time, "token-" + round);
            case "postal" -> {
                String body = odd.replaceFirst(
                        "\\{",
                        "{\"timestamp\": " + time + ", \"uuid\": \"uuid-" + round + "\""
                                + (odd.length() > 2 ? "," : ""));
                yield Post.of(
                        Map.of("X-Postal-Signature-256", Services.sign("SHA256withRSA", Services.RSA, body)), body);
            }
            case "ses" -> Services.sns(Services.notification(odd, NOW).put("MessageId", "message-" + round), "2");
            default -> Services.post(service, odd, NOW);
        };
    }

    private void bounds() {
        for (Attempt attempt : kept.attempts) {
            keepable(attempt.recipient());
            keepable(attempt.remoteMta());
            keepable(Optional.of(attempt.reply()));
            keepable(attempt.dsnStatus());
            keepable(attempt.sender());
            keepable(attempt.reference());
            attempt.at().ifPresent(HookFuzzTest::bounded);
        }
        for (Delivery delivery : kept.deliveries) {
            keepable(Optional.of(delivery.domain()));
            bounded(delivery.at());
        }
        for (Complaint complaint : kept.complaints) {
            keepable(Optional.of(complaint.feedbackType()));
            keepable(complaint.reportedDomain());
            keepable(complaint.recipient());
            assertThat(complaint.incidents()).isBetween(1L, 1_000_000L);
        }
    }

    private static void keepable(Optional<String> text) {
        text.ifPresent(value -> {
            assertThat(value.length()).isLessThanOrEqualTo(LONGEST);
            assertThat(value.chars()
                            .anyMatch(c -> c < ' ' && c != '\n' && c != '\t' || Character.isSurrogate((char) c)))
                    .as(value)
                    .isFalse();
        });
    }

    private static void bounded(Instant at) {
        assertThat(at).isBetween(FIRST, NOW);
    }
}
