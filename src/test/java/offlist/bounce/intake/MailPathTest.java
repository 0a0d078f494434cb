package offlist.bounce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailPathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "RCPT TO:<ann@example.com>|ann@example.com",
                "rcpt to: <ann@example.com>|ann@example.com",
                "RCPT TO:<ann@example.com> NOTIFY=NEVER|ann@example.com",
                "RCPT TO:<\"a > b\"@example.com>|\"a > b\"@example.com",
                "RCPT TO:<\"a \\\" b\"@example.com>|\"a \\\" b\"@example.com"
            })
    void theAddressIsWhatStandsInTheBrackets(String command, String address) {
        assertThat(MailPath.in(command, "RCPT TO:").map(MailPath::address)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RCPT",
                "RCPT TO:",
                "RCPT TO:ann@example.com",
                "RCPT TO:<ann@example.com",
                "RCPT TO:<ann@example.com>more",
                "RCPT TO:<\"ann@example.com>",
                "RCPT FROM:<ann@example.com>"
            })
    void anythingElseIsNone(String command) {
        assertThat(MailPath.in(command, "RCPT TO:")).isEmpty();
    }

    @Test
    void theNullSenderIsEmpty() {
        assertThat(MailPath.in("MAIL FROM:<>", "MAIL FROM:")).contains(new MailPath("", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "SIZE=12,12",
        "BODY=8BITMIME size=0,0",
        "SIZE=99999999999999999999,9223372036854775807",
        "SIZE=999999999999999999 SMTPUTF8,999999999999999999"
    })
    void theDeclaredSizeIsANumberOfBytes(String parameters, long size) {
        assertThat(new MailPath("", parameters).size()).hasValue(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SIZE=", "SIZE=-1", "SIZE=12x", "OVERSIZE=12", "SIZE=\u0661"})
    void noSizeIsNone(String parameters) {
        assertThat(new MailPath("", parameters).size()).isEqualTo(OptionalLong.empty());
    }
}
