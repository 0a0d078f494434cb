package offlist.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack counts is the text as it is sent: an ampersand has five characters there. */
class EscapedLengthTest {
    @ParameterizedTest
    @ValueSource(strings = {"&", "<", "a&", "&\uD83D\uDE00"})
    void aTextThatGrowsWhenItIsEscapedStaysWithinTheLimits(String piece) {
        String text = piece.repeat(4_000 / piece.length());

        assertThat(sent(Blocks.plainSection(text).at("/text/text").asText())).hasSizeBetween(2_900, 3_000);
        assertThat(sent(Blocks.header(text).at("/text/text").asText())).hasSizeLessThanOrEqualTo(150);
        assertThat(Mrkdwn.words(text)).hasSizeLessThanOrEqualTo(900).endsWith("…");
        assertThat(Mrkdwn.code(text)).hasSizeLessThanOrEqualTo(910);
        assertThat(Blocks.plainLines(Collections.nCopies(300, text))
                        .at("/text/text")
                        .asText())
                .hasSizeLessThanOrEqualTo(3_000)
                .contains(" more");
        assertThat(Blocks.list("All", Collections.nCopies(300, Mrkdwn.words(text)), 300)
                        .at("/text/text")
                        .asText())
                .hasSizeLessThanOrEqualTo(3_000)
                .contains(" more");
        assertThat(Blocks.fields(List.of(Mrkdwn.words(text) + "\n" + Mrkdwn.words(text)))
                        .at("/fields/0/text")
                        .asText())
                .hasSizeLessThanOrEqualTo(2_000);
    }

    /** Nothing was cut in the middle of an entity or of a character. */
    private static String sent(String text) {
        String rest = text.replaceAll("&(amp|lt|gt);", "");
        assertThat(rest).doesNotContain("&", "<", ">");
        assertThat(rest.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        return text;
    }
}
