package offlist.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import offlist.ticket.Format.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOSTILE = "\"}],\n{\"admin\": true} {key} \\ </b> \u0000\u2028 ${x}";

    @Test
    void aValueInADocumentStaysAValue() throws Exception {
        BodyTemplate body = BodyTemplate.of("{\"a\": \"<{x}>\", \"b\": [1, true, {\"c\": \"{x}\"}]}");

        JsonNode filled = JSON.readTree(body.fill(name -> HOSTILE, name -> List.of()));

        assertThat(filled.path("a").asText()).isEqualTo("<" + HOSTILE + ">");
        assertThat(filled.at("/b/2/c").asText()).isEqualTo(HOSTILE);
        assertThat(filled.at("/b/0").isInt()).isTrue();
        assertThat(filled.size()).isEqualTo(2);
        assertThat(filled.path("b").size()).isEqualTo(3);
    }

    @Test
    void whateverAValueHoldsTheDocumentKeepsItsForm() throws Exception {
        long seed = 20261123;
        Random random = new Random(seed);
        BodyTemplate body = BodyTemplate.of("{\"a\": \"{x}\", \"b\": \"{x}{x}\"}");
        for (int i = 0; i < 2000; i++) {
            StringBuilder value = new StringBuilder();
            random.ints(random.nextInt(12), 0, 0x3000).forEach(value::appendCodePoint);
            JsonNode filled = JSON.readTree(body.fill(name -> value.toString(), name -> List.of()));
            assertThat(filled.path("a").asText())
                    .as("seed %d round %d", seed, i)
                    .isEqualTo(value.toString());
            assertThat(filled.size()).isEqualTo(2);
        }
    }

    @Test
    void anItemIsRepeatedForEachLine() {
        BodyTemplate body = BodyTemplate.of("{\"content\": [{\"p\": [{\"t\": \"{text-line}\"}]}, \"end\"]}");

        assertThat(body.fill(name -> "", name -> List.of("one", "two")))
                .isEqualTo("{\"content\":[{\"p\":[{\"t\":\"one\"}]},{\"p\":[{\"t\":\"two\"}]},\"end\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "a } b", "{Key}", "{a b}", "{{key}}"})
    void aBraceThatBelongsToNoPlaceholderIsAnError(String text) {
        assertThatThrownBy(() -> Template.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "{\"a\": {note}}", "{\"a\": \"{\"}"})
    void whatIsNoDocumentIsAnError(String text) {
        assertThatThrownBy(() -> BodyTemplate.of(text).names().getFirst()).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aValueInAnAddressIsOnePartOfIt() {
        assertThat(Values.encoded("a/b?c=d&e#f%20 ü\"+*~.-_"))
                .isEqualTo("a%2Fb%3Fc%3Dd%26e%23f%2520%20%C3%BC%22%2B%2A~.-_");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
            MARKDOWN § <img src=x> @team #1 [a](b) § \\<img src=x\\> &#64;team \\#1 \\[a\\]\\(b\\)
            MARKDOWN § a `code` **b** ~~c~~        § a \\`code\\` \\*\\*b\\*\\* \\~\\~c\\~\\~
            HTML     § <b>&"'                       § &lt;b&gt;&amp;&quot;&#39;
            WIKI     § {html}x{html} [a|b] !i.png!   § \\{html\\}x\\{html\\} \\[a\\|b\\] \\!i.png\\!
            PLAIN    § [code]<b>x</b>[/CODE] <i>     § [ code]<b>x</b>[ /CODE] <i>
            """)
    void aTextDoesNothingWhereItIsShown(Format format, String text, String shown) {
        assertThat(format.text(text)).isEqualTo(shown.replace("\\\\", "\\"));
    }

    @Test
    void linksAreOnesOwnAndNotOutOfTexts() {
        Line line = new Line("Ask:", Optional.of(URI.create("https://check.example.org/?a=1&b=2")));

        assertThat(Format.HTML.line(line))
                .isEqualTo(
                        "Ask: <a href=\"https://check.example.org/?a=1&amp;b=2\">https://check.example.org/?a=1&amp;b=2</a>");
        assertThat(Format.MARKDOWN.line(line)).isEqualTo("Ask: <https://check.example.org/?a=1&b=2>");
        assertThat(Format.WIKI.line(line)).isEqualTo("Ask: [https://check.example.org/?a=1&b=2]");
    }

    @Test
    void aStepLinksToNothingButTheWeb() {
        TaskNews news = TaskNews.of("{\"id\":\"t\",\"steps\":[{\"text\":\"a\\nb\",\"link\":\"javascript:alert(1)\"}]}");

        assertThat(news.first(Optional.empty())).allSatisfy(line -> {
            assertThat(line.link()).isEmpty();
            assertThat(line.text()).doesNotContain("\n");
        });
    }
}
