package offlist.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainFaultTest {
    @ParameterizedTest
    @CsvSource({
        "a..example, there is an empty label in it",
        ".example, there is an empty label in it",
        "-a.example, the label `-a` begins or ends with a hyphen",
        "a b.example, the label `a b` has a character that no name has",
        "https://a.example, the label `https://a` has a character that no name has",
    })
    void whatIsNoNameGetsASentence(String text, String why) {
        assertThat(DomainName.tryParse(text)).isEmpty();
        assertThat(DomainName.fault(text)).hasValue(why);
    }

    @Test
    void labelsAreMeasuredAsDnsHasThem() {
        String label = "\u00fc".repeat(60);
        assertThat(DomainName.tryParse(label + ".example")).isEmpty();
        assertThat(DomainName.fault(label + ".example").orElse(""))
                .endsWith("does not fit into the 63 characters of DNS");
    }

    @ParameterizedTest
    @CsvSource({"b\u00fccher.example, xn--bcher-kva.example", "\u4f8b\u3048.example, xn--r8jz45g.example"})
    void namesAreKeptInALabels(String text, String name) {
        assertThat(DomainName.parse(text)).hasToString(name);
        assertThat(DomainName.fault(text)).isEmpty();
        assertThat(DomainName.oddity(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"p\u0430ypal.example", "xn--pypal-4ve.example", "\u03b1bc.example"})
    void lettersOfSeveralAlphabetsAreOdd(String text) {
        assertThat(DomainName.tryParse(text)).isPresent();
        assertThat(DomainName.oddity(text)).isPresent();
    }
}
