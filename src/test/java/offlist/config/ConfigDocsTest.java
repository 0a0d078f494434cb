package offlist.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offlist.yaml.Problems;
import offlist.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document names the keys that the reader knows, all of them and no others. */
class ConfigDocsTest {
    private static final String DOCUMENT = document();
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");
    private static final Pattern KNOWN = Pattern.compile("qqqqqqqqqqqq: unknown key, known here: (.*) \\(line \\d+\\)");

    @TempDir
    Path folder;

    /** Each table of the document, and a file whose only fault is an unknown key in that section. */
    static Map<String, String> sections() {
        String unknown = "qqqqqqqqqqqq: 1";
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("Top level", unknown);
        sections.put("Pools", "pools: [{name: a, addresses: 192.0.2.1, " + unknown + "}]");
        sections.put("Lists", "lists: {" + unknown + "}");
        sections.put("Override", "lists: {override: {spamcop: {" + unknown + "}}}");
        sections.put("Codes", custom("codes: [{match: 127.0.0.2, effect: listed, " + unknown + "}]"));
        sections.put("Test points", custom("test: {" + unknown + "}"));
        sections.put("Usage", custom("usage: {" + unknown + "}"));
        sections.put("Removal procedure", custom("removal: {" + unknown + "}"));
        sections.put("Confirm", "confirm: {" + unknown + "}");
        sections.put("Flapping", "confirm: {flapping: {" + unknown + "}}");
        sections.put("Mass", "confirm: {mass: {" + unknown + "}}");
        sections.put("Receivers", "receivers: [{name: ops, " + unknown + "}]");
        sections.put("Slack", "receivers: [{name: ops, slack: {" + unknown + "}}]");
        sections.put("E-mail", "receivers: [{name: ops, email: {" + unknown + "}}]");
        sections.put("Discord", "receivers: [{name: ops, discord: {" + unknown + "}}]");
        sections.put("Telegram", "receivers: [{name: ops, telegram: {" + unknown + "}}]");
        sections.put("ntfy", "receivers: [{name: ops, ntfy: {" + unknown + "}}]");
        sections.put("Teams", "receivers: [{name: ops, teams: {" + unknown + "}}]");
        sections.put("Webhook", "receivers: [{name: ops, webhook: {" + unknown + "}}]");
        sections.put("PagerDuty", "receivers: [{name: ops, pagerduty: {" + unknown + "}}]");
        sections.put("Alertmanager", "receivers: [{name: ops, alertmanager: {" + unknown + "}}]");
        sections.put("Command", "receivers: [{name: ops, command: {" + unknown + "}}]");
        sections.put("Tickets", "removal: {tickets: [{name: a, " + unknown + "}]}");
        sections.put("Route", "route: {routes: [{" + unknown + "}]}");
        sections.put("Inhibition", "inhibit-rules: [{" + unknown + "}]");
        sections.put("Time intervals", "time-intervals: [{name: a, intervals: [{}], " + unknown + "}]");
        sections.put("Interval", "time-intervals: [{name: a, intervals: [{" + unknown + "}]}]");
        sections.put("Mail", "mail: {" + unknown + "}");
        sections.put("Bounces", "bounces: {" + unknown + "}");
        sections.put("Blocks", "bounces: {blocks: {" + unknown + "}}");
        sections.put("Bounce mailbox", "bounces: {sources: [{imap: {host: a, " + unknown + "}}]}");
        sections.put("Bounce listener", "bounces: {listen: {" + unknown + "}}");
        sections.put("Bounce sources", "bounces: {sources: [{maildir: /a, " + unknown + "}]}");
        sections.put("Bounce hooks", "bounces: {hooks: [{name: a, " + unknown + "}]}");
        sections.put("Amazon SES", "bounces: {hooks: [{name: a, ses: {" + unknown + "}}]}");
        sections.put("SendGrid", "bounces: {hooks: [{name: a, sendgrid: {" + unknown + "}}]}");
        sections.put("Mailgun", "bounces: {hooks: [{name: a, mailgun: {" + unknown + "}}]}");
        sections.put("Postal", "bounces: {hooks: [{name: a, postal: {" + unknown + "}}]}");
        sections.put("Haraka", "bounces: {hooks: [{name: a, haraka: {" + unknown + "}}]}");
        sections.put("KumoMTA", "bounces: {hooks: [{name: a, kumomta: {" + unknown + "}}]}");
        sections.put("Triage", "triage: {" + unknown + "}");
        sections.put("Removal", "removal: {" + unknown + "}");
        sections.put("Requests by mail", "removal: {mail: {" + unknown + "}}");
        sections.put("Readiness", "removal: {readiness: {" + unknown + "}}");
        return sections;
    }

    static List<Map.Entry<String, String>> sectionsAndFiles() {
        return List.copyOf(sections().entrySet());
    }

    static List<String> examples() {
        return EXAMPLE.matcher(DOCUMENT)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sectionsAndFiles")
    void aTableNamesTheKeysThatTheReaderKnows(Map.Entry<String, String> section) {
        assertEquals(known(section.getValue()), documented(section.getKey()));
    }

    @Test
    void everyDocumentedKeyOfACustomListIsKnown() {
        List<String> values =
                documented("Custom").stream().map(key -> key + ": []").toList();
        String problems =
                GoodConfig.problems(GoodConfig.read("lists: {custom: [{" + String.join(", ", values) + "}]}", folder));
        assertFalse(problems.contains("unknown key"), problems);
    }

    @Test
    void everyKeyOfTheShippedListsIsDocumentedForCustomOnes() throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/catalogue"))) {
            for (Path file : files.toList()) {
                YamlReader.read(Files.readString(file), "", new Problems())
                        .ifPresent(map -> map.maps("lists").forEach(list -> keys.addAll(list.keys())));
            }
        }
        keys.removeAll(documented("Custom"));
        assertEquals(new TreeSet<>(), keys);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleHolds(String yaml) {
        GoodConfig.good(GoodConfig.read(yaml, folder));
    }

    @Test
    void theExampleOfEverythingHasNoWarning() {
        assertEquals(
                List.of(),
                GoodConfig.good(GoodConfig.read(examples().get(1), folder)).warnings());
    }

    @Test
    void theFirstExampleIsTheTestedFirstConfiguration() throws IOException {
        assertEquals(
                Files.readString(GoodConfig.FOLDER.resolve("first.yaml")),
                examples().getFirst());
    }

    private TreeSet<String> known(String yaml) {
        String problems = GoodConfig.problems(GoodConfig.read(yaml, folder));
        Matcher known = KNOWN.matcher(problems);
        assertTrue(known.find(), problems);
        return new TreeSet<>(List.of(known.group(1).split(", ")));
    }

    private static TreeSet<String> documented(String heading) {
        Matcher start =
                Pattern.compile("(?m)^#+ " + Pattern.quote(heading) + "$").matcher(DOCUMENT);
        assertTrue(start.find(), "no heading " + heading);
        String rest = DOCUMENT.substring(start.end());
        Optional<MatchResult> end =
                Pattern.compile("(?m)^#+ ").matcher(rest).results().findFirst();
        String section = rest.substring(0, end.map(MatchResult::start).orElse(rest.length()));
        TreeSet<String> keys = new TreeSet<>();
        ROW.matcher(section).results().forEach(row -> assertFalse(!keys.add(row.group(1)), row.group(1)));
        return keys;
    }

    private static String custom(String more) {
        return "lists: {custom: [{id: house, zone: bl.example.com, " + more + "}]}";
    }

    private static String document() {
        try {
            return Files.readString(Path.of("docs/configuration.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
