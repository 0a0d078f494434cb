package offlist.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlMapTest {

    private enum Colour {
        LIGHT_GREEN,
        RED
    }

    private final Problems problems = new Problems();

    @Test
    void anUnknownKeyNamesTheKeyThatWasMeant() {
        YamlMap pool = read("""
                pools:
                  - name: a
                    file: x
                    adresses: [192.0.2.1]
                """).maps("pools").get(0);
        pool.text("name");
        pool.texts("addresses");
        pool.optionalText("file");
        pool.done();
        said("pools[0].adresses: unknown key, did you mean `addresses`? (line 4)");
    }

    @Test
    void anUnknownKeyFarFromAllOthersListsTheKnownOnes() {
        YamlMap map = read("colour: red\n");
        map.text("zone", "");
        map.text("id", "");
        map.done();
        said("colour: unknown key, known here: zone, id (line 1)");
    }

    @Test
    void anUnknownKeyWithoutAValueIsReportedToo() {
        read("shrubbery:\n").done();
        said("shrubbery: unknown key (line 1)");
    }

    @Test
    void aMissingKeyIsReportedAtItsSection() {
        assertEquals("", read("lists:\n  - name: x\n").maps("lists").get(0).text("id"));
        said("lists[0]: `id` is missing (line 2)");
    }

    @Test
    void anEmptyValueCountsAsLeftOut() {
        YamlMap map = read("a:\nb: ~\nc: null\nd: ''\n");
        assertEquals(Optional.empty(), map.optionalText("a"));
        assertEquals(Optional.empty(), map.optionalText("b"));
        assertEquals(Optional.empty(), map.optionalText("c"));
        assertEquals(Optional.of(""), map.optionalText("d"));
        said();
    }

    @Test
    void valuesStayAsWritten() {
        YamlMap map = read("a: off\nb: 0777\nc: 12:30\nd: 2024-06-05\ne: yes\nf: 1_000\n");
        assertEquals("off", map.text("a"));
        assertEquals("0777", map.text("b"));
        assertEquals("12:30", map.text("c"));
        assertEquals("2024-06-05", map.text("d"));
        assertEquals("yes", map.text("e"));
        assertEquals("1_000", map.text("f"));
    }

    @Test
    void aLoneTextIsAListOfOne() {
        YamlMap map = read("a: x\nb: [x, y]\nc: []\n");
        assertEquals(List.of("x"), map.texts("a"));
        assertEquals(List.of("x", "y"), map.texts("b"));
        assertEquals(List.of(), map.texts("c"));
        assertEquals(List.of(), map.texts("d"));
        said();
    }

    @Test
    void aSectionWhereATextBelongsIsReported() {
        YamlMap map = read("a: {b: c}\nd: [1, [2]]\ne: text\n");
        map.optionalText("a");
        map.texts("d");
        map.map("e");
        said(
                "a: a single value is wanted here, not a map of keys (line 1)",
                "d[1]: a single value is wanted here, not a list (line 2)",
                "e: a map of keys is wanted here, not a single value (line 3)");
    }

    @Test
    void numbersHaveBounds() {
        YamlMap map = read("a: 5\nb: 11\nc: five\nd: 99999999999\ne: 1.5\n");
        assertEquals(5, map.integer("a", 1, 10, 3));
        assertEquals(3, map.integer("b", 1, 10, 3));
        assertEquals(3, map.integer("c", 1, 10, 3));
        assertEquals(3, map.integer("d", 1, 10, 3));
        assertEquals(Optional.empty(), map.integer("e", 1, 10));
        assertEquals(3, map.integer("f", 1, 10, 3));
        said(
                "b: `11` is not a whole number from 1 to 10 (line 2)",
                "c: `five` is not a whole number from 1 to 10 (line 3)",
                "d: `99999999999` is not a whole number from 1 to 10 (line 4)",
                "e: `1.5` is not a whole number from 1 to 10 (line 5)");
    }

    @Test
    void onlyTrueAndFalseAreTruthValues() {
        YamlMap map = read("a: true\nb: yes\n");
        assertTrue(map.bool("a", false));
        assertFalse(map.bool("b", false));
        assertTrue(map.bool("c", true));
        said("b: `yes` is not `true` or `false` (line 2)");
    }

    @Test
    void durationsAndRatesSayWhatTheyWant() {
        YamlMap map = read("a: 10m\nb: 10\nc: 5/s\nd: 5 per second\n");
        assertEquals(Optional.of(Duration.ofMinutes(10)), map.duration("a"));
        assertEquals(Duration.ZERO, map.duration("b", Duration.ZERO));
        assertEquals(Optional.of(new Rate(5, Duration.ofSeconds(1))), map.rate("c"));
        assertEquals(Optional.empty(), map.rate("d"));
        said(
                "b: `10` is not a duration such as `30s`, `10m` or `1h30m` (line 2)",
                "d: `5 per second` is not a rate such as `5/s`, `300/m` or `300000/d` (line 4)");
    }

    @Test
    void aWordOutsideTheSetListsTheSet() {
        YamlMap map = read("a: light-green\nb: LIGHT_GREEN\nc: [red, blue]\n");
        assertEquals(Colour.LIGHT_GREEN, map.enumeration("a", Colour.class, Colour.RED));
        assertEquals(Colour.RED, map.enumeration("b", Colour.class, Colour.RED));
        assertEquals(List.of(Colour.RED), map.enumerations("c", Colour.class));
        said(
                "b: `LIGHT_GREEN` is not one of: light-green, red (line 2)",
                "c[1]: `blue` is not one of: light-green, red (line 3)");
    }

    @Test
    void aRenamedKeyNamesTheNewOne() {
        YamlMap map = read("intervall: 5m\n");
        map.renamed("intervall", "interval");
        map.duration("interval");
        map.done();
        said("intervall: this key is now called `interval` (line 1)");
    }

    @Test
    void aMissingSectionReadsAsAnEmptyOne() {
        YamlMap section = read("a: b\n").section("mail");
        assertEquals("127.0.0.1", section.text("host", "127.0.0.1"));
        section.done();
        section.text("from");
        said("mail: `from` is missing");
    }

    @Test
    void everyProblemIsReportedInTheOrderOfLines() {
        YamlMap map = read("a: x\nb: y\nc: z\n");
        map.integer("c", 0, 1);
        map.duration("a");
        map.bool("b", true);
        assertEquals(
                List.of(1, 2, 3), problems.list().stream().map(Problem::line).toList());
    }

    private YamlMap read(String text) {
        return YamlReader.read(text, "test.yaml", problems).orElseThrow();
    }

    private void said(String... messages) {
        assertEquals(
                List.of(messages),
                problems.list().stream().map(Problem::toString).toList());
    }
}
