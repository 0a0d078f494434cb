package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import offlist.alert.AlertLabels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Silences and acknowledgements from the terminal, against what answers as the daemon's API does. */
class MutingCommandsTest {
    private static final String SILENCE = """
            {"id": "s1", "state": "%s", "match": {"list": ["spamcop"], "pool": ["a", "b"]}, "author": "ann",
             "comment": "moving \\u001b[31m\\u202e", "createdAt": "2026-11-22T10:00:00Z",
             "startsAt": "2026-11-22T10:00:00Z", "endsAt": "2099-11-23T10:00:00Z"}
            """;
    private static final String INCIDENT = """
            {"id": "list-health/spamcop", "kind": "list-health", "headline": "list spamcop: \\u0007unreachable",
             "labels": {"severity": ["major"]}, "openedAt": "2026-11-22T10:00:00Z", "acknowledged": %s, "receivers": []}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String answer = "{}";
    private final FakeDaemon daemon = new FakeDaemon(uri -> answer);

    @AfterEach
    void stop() {
        daemon.close();
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void problem(int code, String type, String detail) {
        daemon.status = code;
        answer = "{\"type\": \"urn:offlist:problem:" + type + "\", \"detail\": \"" + detail + "\"}";
    }

    @Test
    void aSilenceIsAskedForInTheWordsOfTheApi() throws IOException {
        daemon.status = 201;
        answer = SILENCE.formatted("active");
        int exit = run(
                "silences",
                "add",
                "--list",
                "spamcop,psbl",
                "--pool",
                "a",
                "--pool",
                "b",
                "--for",
                "24h",
                "--comment",
                "moving",
                "--author",
                "ann");

        assertThat(exit).isZero();
        assertThat(daemon.asked).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.uri()).isEqualTo("POST /api/v1/silences");
            assertThat(new ObjectMapper().readTree(request.body())).isEqualTo(new ObjectMapper().readTree("""
                    {"match": {"pool": ["a", "b"], "list": ["spamcop", "psbl"]}, "author": "ann", "comment": "moving",
                     "duration": "24h", "startsAt": null, "endsAt": null}
                    """));
        });
        assertThat(out.toString())
                .contains("Silence s1 keeps quiet list spamcop, pool a,b until 2099-11-23T10:00:00Z, in ")
                .contains("offlist silences end s1");
    }

    @Test
    void everyLabelOfTheApiCanBeNamed() throws IOException {
        answer = SILENCE.formatted("active");
        for (String label : AlertLabels.NAMES) {
            assertThat(run("silences", "add", "--" + label, "x", "--until", "2099-11-23T10:00:00Z", "--comment", "c"))
                    .isZero();
            JsonNode body = new ObjectMapper().readTree(daemon.asked.getLast().body());
            assertThat(body.path("match").toString()).isEqualTo("{\"" + label + "\":[\"x\"]}");
            assertThat(body.path("author").asText()).isNotEmpty();
            assertThat(body.path("endsAt").asText()).isEqualTo("2099-11-23T10:00:00Z");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, bad-body, `duration` is such as 30m, 64",
        "404, unknown-list, there is no list `spamcup`, 64",
        "503, store-failed, the store is locked, 74",
        "500, failed, something went wrong inside, 69",
    })
    void whatTheDaemonDeclinesIsToldInItsWords(int code, String type, String detail, int exit) {
        problem(code, type, detail);
        assertThat(run("silences", "add", "--list", "spamcup", "--for", "1", "--comment", "c"))
                .isEqualTo(exit);
        assertThat(run("silences", "end", "none")).isEqualTo(exit);
        assertThat(run("alerts", "ack", "none")).isEqualTo(exit);
        assertThat(run("alerts", "incidents")).isEqualTo(exit);
        assertThat(err.toString().lines()).hasSize(4).allMatch(("offlist: " + detail)::equals);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutADaemonThereIsNoAnswer() {
        daemon.stop();
        for (String[] command : new String[][] {
            {"silences"},
            {"silences", "add", "--list", "a", "--for", "1h", "--comment", "c"},
            {"silences", "end", "a"},
            {"alerts", "incidents"},
            {"alerts", "ack", "a"},
        }) {
            assertThat(run(command)).isEqualTo(69);
        }
        assertThat(err.toString().lines())
                .hasSize(5)
                .allMatch(("offlist: no daemon answers at http://127.0.0.1:" + daemon.port())::equals);
    }

    @Test
    void wrongUseIsNotSentAtAll() {
        assertThat(run("silences", "add", "--list", "a", "--for", "1h")).isEqualTo(64);
        assertThat(run("silences", "add", "--list", "a", "--comment", "c")).isEqualTo(64);
        assertThat(run("silences", "add", "--list", "a", "--comment", "c", "--for", "1h", "--until", "x"))
                .isEqualTo(64);
        assertThat(run("silences", "add", "--lists", "a", "--comment", "c", "--for", "1h"))
                .isEqualTo(64);
        assertThat(run("silences", "end")).isEqualTo(64);
        assertThat(run("silences", "end", " ")).isEqualTo(64);
        assertThat(run("alerts", "ack")).isEqualTo(64);
        assertThat(run("alerts")).isEqualTo(64);
        assertThat(daemon.asked).isEmpty();
        assertThat(err.toString())
                .contains("'--comment=TEXT'", "either --for 24h or --until WHEN", "'--lists'", "an id is empty");
    }

    @Test
    void thoseThatAreOverAreShownWhenWanted() {
        answer = "{\"items\": [" + SILENCE.formatted("expired") + "]}";
        assertThat(run("silences")).isZero();
        assertThat(out.toString()).isEqualTo("Nothing is silenced." + System.lineSeparator());
        assertThat(run("silences", "--expired")).isZero();
        assertThat(out.toString()).containsPattern("s1 +expired +list spamcop, pool a,b +2026-11-22T10:00:00Z, .* ago");
    }

    @Test
    void textFromOutsideDoesNotReachTheTerminalAsItIs() {
        answer = "{\"items\": [" + SILENCE.formatted("active") + "]}";
        run("silences");
        answer = "{\"items\": [" + INCIDENT.formatted("null") + "]}";
        run("alerts", "incidents");
        problem(400, "bad-body", "\\u001b[2Jgone");
        run("silences", "end", "a");
        assertThat(out.toString()).contains("moving ?[31m?", "list spamcop: ?unreachable");
        assertThat(err.toString()).contains("?[2Jgone");
        assertThat(out.toString() + err).doesNotContain("\u001b", "\u202e", "\u0007");
    }

    @Test
    void programsReadWhatTheApiSays() throws IOException {
        answer = "{\"items\": [" + SILENCE.formatted("active") + "]}";
        assertThat(run("silences", "--json")).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json).isEqualTo(new ObjectMapper().readTree(answer));
    }

    @Test
    void severalSilencesAreEndedByTheOneWhoSaysSo() {
        answer = SILENCE.formatted("expired");
        assertThat(run("silences", "end", "s1", "a/b?c", "--author", "ann & bob"))
                .isZero();
        assertThat(daemon.asked.stream().map(each -> each.method() + " " + each.uri()))
                .containsExactly(
                        "DELETE /api/v1/silences/s1?author=ann%20%26%20bob",
                        "DELETE /api/v1/silences/a%2Fb%3Fc?author=ann%20%26%20bob");
        assertThat(out.toString()).contains("Silence s1 is over.");
    }

    @Test
    void anIncidentIsAcknowledgedAndTakenBack() {
        answer = INCIDENT.formatted("null");
        assertThat(run("alerts", "ack", "list-health/spamcop", "--comment", "on it", "--author", "ann"))
                .isZero();
        assertThat(run("alerts", "ack", "list-health/spamcop", "--withdraw", "--author", "ann"))
                .isZero();
        assertThat(daemon.asked)
                .containsExactly(
                        new FakeDaemon.Asked(
                                "POST",
                                "/api/v1/incidents/list-health/spamcop/acknowledge",
                                "{\"author\":\"ann\",\"comment\":\"on it\"}"),
                        new FakeDaemon.Asked(
                                "DELETE", "/api/v1/incidents/list-health/spamcop/acknowledge?author=ann", ""));
        assertThat(out.toString())
                .contains("?unreachable: ann takes care of it.", "?unreachable: reminders begin again.");
    }

    @Test
    void whatIsWrongIsShownWithWhoTakesCareOfIt() {
        answer =
                "{\"items\": [" + INCIDENT.formatted("{\"at\": \"x\", \"by\": \"ann\", \"comment\": \"on it\"}") + "]}";
        assertThat(run("alerts", "incidents")).isZero();
        assertThat(out.toString())
                .containsPattern("list-health/spamcop +2026-11-22T10:00:00Z, .* ago +major +list spamcop.* ann: on it");
        answer = "{\"items\": []}";
        assertThat(run("alerts", "incidents")).isZero();
        assertThat(out.toString()).contains("Nothing is wrong.");
        assertThat(daemon.asked.getLast().uri()).isEqualTo("/api/v1/incidents?limit=1000");
    }

    @Test
    void aMomentHasADistance() throws IOException {
        Instant now = Instant.parse("2026-11-23T10:00:00.7Z");
        JsonNode times =
                new ObjectMapper().readTree("[\"2026-11-23T12:05:30.1Z\", \"2026-11-23T09:59:30Z\", \"soon\", null]");
        assertThat(Muted.moment(times.get(0), now)).isEqualTo("2026-11-23T12:05:30Z, in 2h5m");
        assertThat(Muted.moment(times.get(1), now)).isEqualTo("2026-11-23T09:59:30Z, 30s ago");
        assertThat(Muted.moment(times.get(2), now)).isEqualTo("soon");
    }

    @Test
    void theDocumentNamesEveryOption() throws IOException {
        String document = Files.readString(Path.of("docs/commands.md"));
        String silences = section(document, "## silences");
        String alerts = section(document, "## alerts");
        CommandLine silencing = command("silences");
        describes(silences, silencing);
        silencing.getSubcommands().values().forEach(each -> describes(silences, each));
        command("alerts").getSubcommands().values().forEach(each -> describes(alerts, each));
    }

    private static CommandLine command(String name) {
        return Objects.requireNonNull(Main.commandLine().getSubcommands().get(name));
    }

    private static String section(String document, String head) {
        int start = document.indexOf(head + "\n");
        assertThat(start).as(head).isPositive();
        int end = document.indexOf("\n## ", start + 1);
        return document.substring(start, end < 0 ? document.length() : end);
    }

    private static void describes(String section, CommandLine command) {
        assertThat(section)
                .contains("offlist " + command.getCommandSpec().qualifiedName().replaceFirst("^offlist ", ""));
        command.getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp()
                        && !option.versionHelp()
                        && !option.longestName().equals("--config"))
                .forEach(option -> assertThat(section).containsPattern(option.longestName() + "\\b"));
    }
}
