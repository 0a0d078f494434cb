package offlist.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.yaml.Problems;
import org.junit.jupiter.api.Test;

/** Words under a name, as files of an operator's own use them. */
class VocabularyTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();
    private static final String RULE = """
            rules:
              - id: own
                tokens: [kaputt]
                patterns: ['(?&%s) is kaputt']
                class: private_list
                sources: [our own server]
                samples:
                  - text: 550 Your fish is kaputt
                    gives: {class: private_list, operator: receiver}
            """;

    private static String problems(String own) {
        Map<String, String> files = new TreeMap<>(RuleReader.shippedFiles());
        files.put("own.yaml", own);
        Problems problems = new Problems();
        Optional<RuleBook> book = RuleReader.checked(files, CATALOGUE, problems);
        assertThat(book.isPresent()).isEqualTo(problems.isEmpty());
        return problems.toString();
    }

    @Test
    void theExampleOfTheDocumentsIsRight() throws IOException {
        String page = Files.readString(Path.of("docs/bounces.md"));
        int from = page.indexOf("words:\n  - name: partner");
        assertThat(problems(page.substring(from, page.indexOf("```", from)))).isEmpty();
    }

    @Test
    void aPatternUsesWordsOfAnyFile() {
        assertThat(problems("words:\n  - {name: animal, any: [fish, 'birds?']}\n" + RULE.formatted("animal")))
                .isEmpty();
    }

    @Test
    void anUnknownNameIsToldWithItsLine() {
        assertThat(problems(RULE.formatted("animal")))
                .contains("own.yaml")
                .contains("there are no words with the name `animal`")
                .contains("line 4");
    }

    @Test
    void aWordThatRepeatsWithoutABoundIsNotTaken() {
        assertThat(problems("words:\n  - {name: animal, any: ['fi*sh']}\n" + RULE.formatted("animal")))
                .contains("repeats without an upper bound");
    }

    @Test
    void aNameStandsForOneSetOfWords() {
        assertThat(problems("words:\n  - {name: us, any: [fish]}\n")).contains("there are other words with this name");
    }
}
