package offlist.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/metrics.md} and the program say the same. */
class MetricsDocsTest {
    private static final Pattern HEADING = Pattern.compile("^### `(offlist_[a-z_]+)`$", Pattern.MULTILINE);

    @Test
    void everyMetricIsDescribedAndNothingElse() throws IOException {
        assertThat(sections().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Metric.all().map(Metric::full).toList());
    }

    @Test
    void typeLabelsAndValuesAreTheProgrammes() throws IOException {
        Map<String, String> sections = sections();
        List<String> missing = new ArrayList<>();
        Metric.all().forEach(metric -> {
            String section = sections.getOrDefault(metric.full(), "");
            expect(section, "Type: " + metric.kind().label(), metric, missing);
            expect(section, "Labels: " + labels(metric), metric, missing);
            metric.labels().stream()
                    .filter(Label::closed)
                    .flatMap(label -> label.values().stream())
                    .forEach(value -> expect(section, "`" + value + "`", metric, missing));
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everyMetricHasAQuery() throws IOException {
        sections()
                .forEach((name, section) ->
                        assertThat(section).as(name).containsPattern("(?s)```promql\\n.*" + name + ".*```"));
    }

    private static void expect(String section, String text, Metric metric, List<String> missing) {
        if (!section.contains(text)) {
            missing.add(metric.full() + " lacks " + text);
        }
    }

    private static String labels(Metric metric) {
        List<String> names =
                metric.labels().stream().map(label -> "`" + label.name() + "`").toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static Map<String, String> sections() throws IOException {
        String text = Files.readString(Path.of("docs/metrics.md"));
        Map<String, String> sections = new TreeMap<>();
        Matcher matcher = HEADING.matcher(text);
        int start = -1;
        String name = "";
        while (matcher.find()) {
            if (start >= 0) {
                sections.put(name, text.substring(start, matcher.start()));
            }
            name = matcher.group(1);
            start = matcher.end();
        }
        sections.put(name, text.substring(start));
        return sections;
    }
}
