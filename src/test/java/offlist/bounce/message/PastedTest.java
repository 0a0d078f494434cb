package offlist.bounce.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import offlist.bounce.Attempt;
import offlist.bounce.Bounce;
import org.junit.jupiter.api.Test;

/** People paste what they have: a whole message as text, the words of a server as a message. */
final class PastedTest {
    private static final MessageReader READER = new MessageReader();
    private static final String WORDS = "550 5.7.1 client [192.0.2.7] blocked using zen.spamhaus.org";

    private static Bounce message(String text) {
        return READER.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sample sample() {
        return Sample.all().stream()
                .filter(sample -> sample.name().equals("postfix-failed"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWholeMessageAsTextIsReadAsAMessage() {
        String text = new String(sample().message(), StandardCharsets.UTF_8);
        Bounce whole = message(text);
        assertThat(whole.attempts()).isNotEmpty();
        assertThat(whole.returned()).isNotEqualTo(Bounce.Returned.NOTHING);
        assertThat(READER.text(text)).isEqualTo(whole);
        assertThat(READER.text("\n\n" + text)).isEqualTo(whole);
        assertThat(message("\n \n \t" + text)).isEqualTo(whole);
        assertThat(READER.text("From MAILER-DAEMON Tue Mar  3 10:00:05 2026\n" + text))
                .isEqualTo(whole);
    }

    @Test
    void theWordsOfAServerAsAMessageAreRead() {
        assertThat(message(WORDS).attempts()).containsExactly(Attempt.of(WORDS));
        assertThat(message(WORDS)).isEqualTo(READER.text(WORDS));
    }

    @Test
    void aReportWithoutItsHeadersIsRead() {
        Bounce read = READER.text("<ann@example.org>: host mx.example.org[203.0.113.9] said: " + WORDS);
        assertThat(read.attempts()).hasSize(1);
        assertThat(read.attempts().getFirst().recipient()).isEqualTo(Optional.of("ann@example.org"));
        assertThat(read.attempts().getFirst().reply()).isEqualTo(WORDS);
    }

    @Test
    void whatIsNeitherTellsNothing() {
        assertThat(message("lorem ipsum\ndolor sit amet").attempts()).isEmpty();
        assertThat(message("From: ann@example.org\nSubject: 550 reasons to smile\n\nHello, 550 of them.\n")
                        .attempts())
                .isEmpty();
    }

    @Test
    void aMailThatIsPastedAsTextAndIsNoReportIsStillAnswered() {
        String mail = "From: ann@example.org\nSubject: Hello\n\n" + WORDS + "\n";
        assertThat(READER.text(mail).attempts()).hasSize(1);
    }
}
