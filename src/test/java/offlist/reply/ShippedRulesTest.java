package offlist.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.yaml.Problems;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each shipped rule with its samples, and what holds for all of them. */
class ShippedRulesTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();
    private static final RuleBook BOOK = RuleReader.shipped();
    private static final ReplyReader READER = new ReplyReader(BOOK, CATALOGUE);

    @Test
    void theCheckFindsNothing() {
        Problems problems = new Problems();
        RuleReader.checked(CATALOGUE, problems);
        assertEquals(List.of(), problems.list());
    }

    @TestFactory
    List<DynamicTest> everySampleGivesWhatItSays() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Rule rule : BOOK.rules()) {
            for (Sample sample : rule.samples()) {
                tests.add(DynamicTest.dynamicTest(
                        rule.id() + ": " + sample.reply().text(), () -> assertGives(rule, sample)));
            }
        }
        return tests;
    }

    private static void assertGives(Rule rule, Sample sample) {
        Meaning is = READER.read(sample.reply());
        Sample.Expected wanted = sample.expected();
        assertEquals(rule.id(), is.rule());
        assertEquals(wanted.refusalClass(), is.refusalClass());
        assertEquals(wanted.relevant(), is.relevant());
        assertEquals(wanted.temporary(), is.temporary());
        assertEquals(wanted.operator(), is.operator());
        assertEquals(wanted.lists(), is.lists());
        assertEquals(
                wanted.addresses(),
                is.addresses().stream().map(found -> found.address().text()).toList());
    }

    @Test
    void theIndexNamesEveryFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/replies"))) {
            TreeSet<String> there =
                    new TreeSet<>(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml") && !name.equals("index.yaml"))
                            .toList());
            assertEquals(there, new TreeSet<>(RuleReader.names()));
        }
    }

    @Test
    void everyListThatAMarkPointsToIsInTheCatalogue() {
        for (Mark mark : BOOK.marks()) {
            mark.lists()
                    .forEach(list -> assertTrue(CATALOGUE.list(list).isPresent(), mark.name() + " points to " + list));
        }
    }
}
