package offlist.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.metrics.TargetReading.Grade;
import offlist.metrics.TargetReading.OnList;
import offlist.metrics.TargetReading.Standing;
import offlist.testing.Promtool;
import org.junit.jupiter.api.Test;

class TargetExpositionTest {
    private static final ListId ZEN = new ListId("spamhaus-zen");
    private static final ListId SCORES = new ListId("senderscore");
    private static final ListId SILENT = new ListId("spamcop");
    private static final TargetReading READING = new TargetReading(
            List.of(
                    new OnList(
                            ZEN,
                            Standing.LISTED,
                            Optional.of(new Grade(Severity.CRITICAL, "snowshoe")),
                            Optional.of(Duration.ofSeconds(90)),
                            OptionalInt.empty()),
                    new OnList(
                            SCORES,
                            Standing.NOT_LISTED,
                            Optional.empty(),
                            Optional.of(Duration.ofMillis(1500)),
                            OptionalInt.of(71)),
                    OnList.unknown(SILENT)),
            Duration.ofMillis(20));

    @Test
    void whatIsKnownHasASeriesAndWhatIsNotHasNone() {
        assertThat(lines(READING))
                .containsExactly(
                        "offlist_probe_answer_age_seconds{list=\"senderscore\"} 1.5",
                        "offlist_probe_answer_age_seconds{list=\"spamhaus-zen\"} 90.0",
                        "offlist_probe_listed{list=\"senderscore\"} 0.0",
                        "offlist_probe_listed{list=\"spamhaus-zen\"} 1.0",
                        "offlist_probe_listing{list=\"spamhaus-zen\",reason=\"snowshoe\",severity=\"critical\"} 1.0",
                        "offlist_probe_lists{state=\"listed\"} 1.0",
                        "offlist_probe_lists{state=\"not_listed\"} 1.0",
                        "offlist_probe_lists{state=\"unknown\"} 1.0",
                        "offlist_probe_score{list=\"senderscore\"} 71.0",
                        "probe_duration_seconds 0.02",
                        "probe_success 1.0");
    }

    @Test
    void nobodyKnowsIsNoSuccess() {
        assertThat(lines(new TargetReading(List.of(OnList.unknown(SILENT)), Duration.ZERO)))
                .contains("probe_success 0.0", "offlist_probe_lists{state=\"unknown\"} 1.0")
                .noneMatch(line -> line.startsWith("offlist_probe_listed"));
    }

    @Test
    void promtoolHasNoComplaint() {
        assertThat(Promtool.complaints(text(READING, "text/plain"))).isEmpty();
    }

    @Test
    void theFormatIsTheOneThatIsWanted() {
        assertThat(text(READING, "application/openmetrics-text; version=1.0.0")).endsWith("# EOF\n");
        assertThat(TargetExposition.write(READING, "").contentType()).startsWith("text/plain; version=0.0.4");
    }

    @Test
    void theDocumentNamesTheSameMetrics() throws IOException {
        String document = Files.readString(Path.of("docs/metrics.md"));
        String section = document.substring(document.indexOf("## Single targets"));
        Set<String> named = Pattern.compile("(?m)^\\| `(\\w*probe_\\w+)`")
                .matcher(section)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = Pattern.compile("(?m)^# TYPE (\\w+)")
                .matcher(text(READING, ""))
                .results()
                .map((MatchResult each) -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(written);
    }

    private static List<String> lines(TargetReading reading) {
        return text(reading, "").lines().filter(line -> !line.startsWith("#")).toList();
    }

    private static String text(TargetReading reading, String accept) {
        return new String(TargetExposition.write(reading, accept).body(), StandardCharsets.UTF_8);
    }
}
