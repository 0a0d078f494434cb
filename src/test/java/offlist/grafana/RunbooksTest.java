package offlist.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.testing.Promtool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runbooks name is there: keys of the configuration, pages, queries, dashboards. Commands are tried in {@code app}. */
class RunbooksTest {
    private static final Path RUNBOOKS = Path.of("docs/runbooks");
    private static final Pattern PROMQL = Pattern.compile("```promql\n(.*?)```", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\\[`([a-z-]+)`]\\(\\.\\./configuration\\.md#([a-z-]+)\\)");
    private static final Pattern ANCHOR = Pattern.compile("]\\(\\.\\./configuration\\.md#([a-z-]+)\\)");
    private static final Pattern PAGE = Pattern.compile("[` ](?:http://127\\.0\\.0\\.1:9000)?(/[a-z][a-zA-Z0-9/]*|/)`");
    private static final Pattern PATH = Pattern.compile("@Path\\((?:\"([^\"]*)\"|\\w+\\.(\\w+))\\)");
    private static final Pattern BOARD = Pattern.compile("\\*(Offlist / [A-Za-z ]+)\\*");

    /** The management port's, which the framework serves, and places in the image. */
    private static final Set<String> ELSEWHERE =
            Set.of("/metrics", "/health", "/health/live", "/health/ready", "/opt/offlist/offlist");

    private static final Map<String, String> UNITS = Map.of("m", "minute", "h", "hour", "d", "day");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(RUNBOOKS)) {
            return pages.sorted().toList().stream();
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    @Test
    void thereIsOneForEachAlertAndTheIndexHasThemAllInOrder() throws IOException {
        List<Rules.Rule> alerts = Rules.read(Rules.ALERTS).all();

        assertThat(pages().map(page -> String.valueOf(page.getFileName())))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("README.md"), alerts.stream().map(alert -> alert.name() + ".md"))
                        .toList());
        assertThat(found(
                        Pattern.compile("(?m)^\\| \\[(\\w+)]\\(\\1\\.md\\) \\| (\\w+) \\|"),
                        text(RUNBOOKS.resolve("README.md"))))
                .extracting(row -> row.group(1) + " " + row.group(2))
                .containsExactlyElementsOf(alerts.stream()
                        .map(alert -> alert.name() + " " + alert.labels().get("severity"))
                        .toList());
    }

    static Stream<Rules.Rule> alerts() {
        return Rules.read(Rules.ALERTS).all().stream();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void aPageHasItsPartsAndTheSeverityAndTimeOfTheRule(Rules.Rule alert) {
        String text = text(RUNBOOKS.resolve(alert.name() + ".md"));
        int count = Integer.parseInt(alert.forTime().replaceAll("\\D", ""));
        String unit = UNITS.getOrDefault(alert.forTime().replaceAll("\\d", ""), "?");

        assertThat(text)
                .startsWith("# " + alert.name() + "\n\nSeverity **"
                        + alert.labels().get("severity") + "**, "
                        + (count == 0 ? "at once" : "after " + count + " " + unit + (count == 1 ? "" : "s")) + ".\n")
                .containsSubsequence("\n## Look\n", "\n## Do\n", "\n## When it is harmless\n");
        assertThat(text.lines().count()).isLessThan(80);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void prometheusTakesItsQueriesAndTheMetricsExist(Path page) {
        List<String> queries = found(PROMQL, text(page)).stream()
                .map(block -> block.group(1).replaceAll("(?m)^ +", "").strip())
                .toList();

        KnownMetrics metrics = KnownMetrics.read();
        assertThat(queries)
                .allSatisfy(query ->
                        assertThat(metrics.missing(query, Set.of())).as(query).isEmpty());
        if (!queries.isEmpty()) {
            assertThat(Promtool.rules(asRules(queries))).isEmpty();
        }
    }

    private static String asRules(List<String> queries) {
        StringBuilder rules = new StringBuilder("groups:\n  - name: queries\n    rules:\n");
        for (int i = 0; i < queries.size(); i++) {
            rules.append("      - record: query").append(i).append("\n        expr: |\n");
            queries.get(i)
                    .lines()
                    .forEach(line -> rules.append("          ").append(line).append('\n'));
        }
        return rules.toString();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aKeyOfTheConfigurationStandsWhereItsLinkLeads(Path page) throws IOException {
        List<String> document = Files.readAllLines(Path.of("docs/configuration.md"));
        String text = text(page);

        assertThat(found(ANCHOR, text))
                .allSatisfy(link -> assertThat(section(document, link.group(1)))
                        .as(link.group(1))
                        .isNotEmpty());
        assertThat(found(KEY, text))
                .allSatisfy(link -> assertThat(section(document, link.group(2)))
                        .as(link.group(1))
                        .anyMatch(line -> line.startsWith("| `" + link.group(1) + "` |")));
    }

    /** The lines under a heading, up to the next one. */
    private static List<String> section(List<String> document, String anchor) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : document) {
            if (line.startsWith("#")) {
                String name =
                        line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-');
                inside = name.equals(anchor);
            } else if (inside) {
                lines.add(line);
            }
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPathIsServed(Path page) throws IOException {
        Set<String> served = served();

        assertThat(found(PAGE, text(page).replaceAll("/[A-Z]+(?=`)", "/x")))
                .extracting(path -> path.group(1))
                .filteredOn(path -> !ELSEWHERE.contains(path))
                .allSatisfy(path -> assertThat(served).anyMatch(path::matches));
    }

    /** What the resources of the program answer to, as patterns. */
    private static Set<String> served() throws IOException {
        Set<String> served = new TreeSet<>(Set.of("/"));
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/offlist/web"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Resource.java"))
                    .toList()) {
                List<String> paths = found(PATH, text(file)).stream()
                        .map(path -> path.group(1) == null ? constant(file, path.group(2)) : path.group(1))
                        .map(path -> path.replaceAll("\\{[^}]*}", "[^/]+"))
                        .toList();
                if (!paths.isEmpty()) {
                    String root = paths.getFirst();
                    served.add(root);
                    paths.stream().skip(1).forEach(path -> served.add((root + "/" + path).replace("//", "/")));
                }
            }
        }
        return served;
    }

    private static String constant(Path file, String name) {
        return found(Pattern.compile(name + " = \"([^\"]+)\""), text(file)).stream()
                .map(value -> value.group(1))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aDashboardThatItNamesExists(Path page) throws IOException {
        Set<String> titles = new TreeSet<>();
        try (Stream<Path> boards = Files.list(Path.of("grafana/dashboards"))) {
            boards.forEach(board -> found(Pattern.compile("\"title\": \"(Offlist / [^\"]+)\""), text(board))
                    .forEach(title -> titles.add(title.group(1))));
        }

        assertThat(found(BOARD, text(page)))
                .allSatisfy(board -> assertThat(titles).contains(board.group(1)));
    }

    @Test
    void theTestReadsThem() throws IOException {
        String all = pages().map(RunbooksTest::text).collect(Collectors.joining());

        for (Pattern pattern : Arrays.asList(PROMQL, KEY, ANCHOR, PAGE, BOARD)) {
            assertThat(found(pattern, all)).as(pattern.pattern()).hasSizeGreaterThan(5);
        }
    }
}
