package offlist.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    private final Problems problems = new Problems();

    @Test
    void anEmptyFileIsAnEmptyMap() {
        assertEquals(List.of(), read("").orElseThrow().keys());
        assertEquals(List.of(), read("# nothing\n").orElseThrow().keys());
        assertTrue(problems.isEmpty());
    }

    @Test
    void nodesKnowTheirPathAndLine() {
        YamlMap root = read("a:\n  - b: 1\n  -\n    c:\n      d: 2\n").orElseThrow();
        YamlText deep = root.maps("a").get(1).section("c").textNode("d").orElseThrow();
        assertEquals(new YamlText("a[1].c.d", 5, "2"), deep);
    }

    @Test
    void brokenYamlIsOneProblemWithItsLine() {
        assertEquals(Optional.empty(), read("a: [1, 2\nb: 3\n"));
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().get(0).toString())
                .startsWith("test.yaml: this is not YAML: ")
                .endsWith("(line 2)");
    }

    @Test
    void aTabForIndentationIsOneProblem() {
        assertEquals(Optional.empty(), read("a:\n\tb: 1\n"));
        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void twoDocumentsAreRefused() {
        assertEquals(Optional.empty(), read("a: 1\n---\nb: 2\n"));
        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void aFileThatIsNoMapIsRefused() {
        assertEquals(Optional.empty(), read("- a\n- b\n"));
        assertEquals("test.yaml: the file must be a map of keys, not a list (line 1)", problems.toString());
    }

    @Test
    void aDoubledKeyIsReportedWithBothLines() {
        YamlMap map = read("a: 1\nb: 2\na: 3\n").orElseThrow();
        assertEquals("1", map.text("a"));
        assertEquals("a: doubled key, it already stands on line 1 (line 3)", problems.toString());
    }

    @Test
    void aKeyThatIsNoWordIsReported() {
        read("? [a, b]\n: 1\n");
        assertEquals("a key must be a single word (line 1)", problems.toString());
    }

    @Test
    void aliasesAreUnfoldedWithPathsOfTheirOwn() {
        YamlMap map = read("a: &x {b: [1]}\nc: *x\n").orElseThrow();
        assertEquals("c.b[0]", map.section("c").textNodes("b").get(0).path());
    }

    @Test
    void aliasesThatMultiplyAreStopped() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n"
                    .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1));
        }
        assertEquals(Optional.empty(), read(bomb.toString()));
        assertThat(problems.toString()).contains("too many aliases");
    }

    @Test
    void anAliasOfItselfIsStopped() {
        assertEquals(Optional.empty(), read("a: &a [*a]\n"));
        assertThat(problems.toString()).contains("nested too deeply");
    }

    @Test
    void deepNestingIsRefused() {
        assertEquals(Optional.empty(), read("a: " + "[".repeat(5_000) + "]".repeat(5_000)));
        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void aHugeFileIsRefused() {
        assertEquals(Optional.empty(), read("a: " + "x".repeat(YamlReader.LONGEST)));
        assertEquals("test.yaml: the file is larger than 16 MiB", problems.toString());
    }

    @Test
    void aTypeNamedInTheFileIsRefused() {
        assertEquals(Optional.empty(), read("a: !!java.net.URL [\"http://127.0.0.1:1/\"]\n"));
        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void aFileThatUnfoldsTooFarIsNotReadInPart() {
        String row = "r: &r [" + "x, ".repeat(10_000) + "x]\n";
        String rows = "all: [" + "*r, ".repeat(200) + "*r]\n";
        assertEquals(Optional.empty(), read(row + rows));
        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void messagesRepeatNoControlCharacters() {
        YamlMap map =
                read("a: \"x\\ny\\e[31m\\u202E" + "z".repeat(200) + "\"\n").orElseThrow();
        map.integer("a", 0, 1);
        assertThat(problems.toString())
                .startsWith("a: `x?y?[31m?zzz")
                .contains("…")
                .doesNotContain("\n");
    }

    private Optional<YamlMap> read(String text) {
        return YamlReader.read(text, "test.yaml", problems);
    }
}
