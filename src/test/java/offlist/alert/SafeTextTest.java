package offlist.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void lineBreaksAndControlCharactersAreSpaces() {
        assertThat(SafeText.line(" a\r\nBcc: b\u0000\u001b[31m\tc ", 99)).isEqualTo("a Bcc: b [31m c");
    }

    @Test
    void whatTurnsOrHidesTextIsGone() {
        assertThat(SafeText.line("a\u202Eb\u200Bc\u2066d\uFEFFe", 99)).isEqualTo("a b c d e");
    }

    @Test
    void longTextIsCutWithASign() {
        assertThat(SafeText.line("x".repeat(10_000), 20)).isEqualTo("x".repeat(19) + "…");
        assertThat(SafeText.line("🔴".repeat(10_000), 20))
                .hasSizeLessThanOrEqualTo(20)
                .endsWith("…");
    }

    @Test
    void ordinaryTextIsLeftAlone() {
        assertThat(SafeText.line("Grüße, Ωmega 日本 🔴", 99)).isEqualTo("Grüße, Ωmega 日本 🔴");
    }
}
