package offlist.bounce.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offlist.bounce.Attempt;
import offlist.bounce.OpenBounces;
import offlist.bounce.OpenBounces.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real messages: whom they say was not reached, by which server, with which words. */
final class OpenMessagesTest {
    private static final Pattern CODE = Pattern.compile("(?<![\\d.])[45]\\d\\d(?=[\\s-])");

    static Stream<Row> messages() {
        return OpenBounces.read().messages().stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void recipientServerAndReplyAreFound(Row row) {
        List<Attempt> attempts = new MessageReader()
                .read(row.text().getBytes(StandardCharsets.ISO_8859_1))
                .attempts();

        assertThat(attempts).hasSize(1);
        Attempt attempt = attempts.getFirst();
        assertThat(attempt.recipient()).isEqualTo(row.expected("recipient"));
        assertThat(attempt.remoteMta()).isEqualTo(row.expected("remote_mta"));
        assertThat(code(attempt)).isEqualTo(row.expected("reply_code"));
        assertThat(attempt.dsnStatus()).isEqualTo(row.expected("dsn_status"));
    }

    private static Optional<String> code(Attempt attempt) {
        return CODE.matcher(attempt.reply()).results().map(r -> r.group()).findFirst();
    }
}
