package offlist.catalogue;

import java.util.Collection;
import java.util.List;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads test points; a list that says nothing about them gets those of RFC 5782. */
final class TestPointsReader {

    private TestPointsReader() {}

    static TestPoints read(YamlMap entry, Collection<Kind> kinds) {
        return entry.map("test").map(TestPointsReader::points).orElseGet(() -> TestPoints.rfc5782(kinds));
    }

    private static TestPoints points(YamlMap section) {
        Basis basis = section.enumeration("basis", Basis.class, Basis.ASSUMED);
        TestPoints points = new TestPoints(
                names(section, "positive"),
                names(section, "negative"),
                answers(section),
                basis,
                section.enumeration("ipv6-basis", Basis.class, basis),
                section.text("note", ""));
        section.done();
        return points;
    }

    private static List<String> names(YamlMap section, String key) {
        List<YamlText> texts = section.textNodes(key);
        for (YamlText text : texts) {
            if (!text.value().matches("[A-Za-z0-9_.:-]{1,200}")) {
                section.problems().add(text, text.describe() + " is neither an address nor a name");
            }
        }
        return texts.stream().map(YamlText::value).toList();
    }

    private static List<String> answers(YamlMap section) {
        List<YamlText> texts = section.textNodes("expect");
        for (YamlText text : texts) {
            if (Answers.parse(text.value()).isEmpty()) {
                section.problems().add(text, text.describe() + " is no answer such as 127.0.0.2");
            }
        }
        return texts.stream().map(YamlText::value).toList();
    }
}
