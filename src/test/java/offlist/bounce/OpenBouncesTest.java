package offlist.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import offlist.bounce.OpenBounces.Row;
import offlist.bounce.message.MessageReader;
import offlist.catalogue.CatalogueReader;
import offlist.reply.ReplyReader;
import offlist.reply.RuleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real bounces, read as they come: what is about our address, which address, and who refused whom with which code. */
final class OpenBouncesTest {
    private static final MessageReader MESSAGES = new MessageReader();
    private static final ReplyReader REPLIES = new ReplyReader(RuleReader.shipped(), CatalogueReader.shipped());
    private static final RefusalReader REFUSALS = new RefusalReader(REPLIES::read, address -> new TreeSet<>());

    private static Refusal read(Row row) {
        Bounce bounce = row.form().equals("reply")
                ? MESSAGES.text(row.text())
                : MESSAGES.read(row.text().getBytes(StandardCharsets.ISO_8859_1));
        return REFUSALS.read(bounce).getFirst();
    }

    static Stream<Row> rows() {
        return OpenBounces.read().rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void recipientAndReplyCodeAreExact(Row row) {
        Refusal refusal = read(row);
        assertThat(refusal.attempt().recipient()).isEqualTo(row.expected("recipient"));
        assertThat(refusal.meaning().replyCode().map(String::valueOf)).isEqualTo(row.expected("reply_code"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noAddressIsInventedAndNoneMissed(Row row) {
        assertThat(read(row).about().address().map(address -> address.text())).isEqualTo(row.expected("ip"));
    }

    @Test
    void whatIsAboutOurAddressIsTold() {
        List<String> wrong =
                wrong("relevant", refusal -> Optional.of("" + refusal.meaning().relevant()));
        assertThat(wrong).isEmpty();
    }

    @Test
    void theClassIsTold() {
        assertThat(wrong(
                        "class",
                        refusal -> Optional.of(refusal.meaning().refusalClass().label())))
                .isEmpty();
    }

    @Test
    void theOperatorIsTold() {
        assertThat(wrong(
                        "operator",
                        refusal -> refusal.meaning().operator(),
                        row -> row.expected("relevant").equals(Optional.of("true"))
                                || row.expected("operator").isPresent()))
                .isEmpty();
    }

    @Test
    void theEnhancedCodeIsTheOneOfTheText() {
        assertThat(wrong("enhanced_code", refusal -> refusal.meaning().enhancedCode()))
                .isEmpty();
    }

    private static List<String> wrong(String field, Function<Refusal, Optional<String>> is) {
        return wrong(field, is, row -> true);
    }

    private static List<String> wrong(String field, Function<Refusal, Optional<String>> is, Predicate<Row> asked) {
        List<String> wrong = new ArrayList<>();
        rows().filter(asked).forEach(row -> {
            Optional<String> got = is.apply(read(row));
            if (!got.equals(row.expected(field))) {
                wrong.add(row + ": " + got.orElse("nothing") + " instead of "
                        + row.expected(field).orElse("nothing"));
            }
        });
        return wrong;
    }
}
