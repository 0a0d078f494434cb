package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Removal tasks from the terminal, against what answers as the daemon's API does. */
class TaskCommandsTest {
    private static final String TASK = """
            {"id": "task-L1", "listing": "L1", "address": "192.0.2.10", "covers": null, "list": "spamcop",
             "pools": ["a", "b"], "severity": "major", "reason": "spam\\u001b[31m", "state": "%s",
             "openedAt": "2026-11-22T10:00:00Z", "closedAt": null, "closedAs": null, "expires": null,
             "typicalTime": "a day", "steps": [{"kind": "ask", "text": "Ask for removal", "link": "https://list.example/ask"}],
             "warnings": ["Never pay \\u202efor it"], "dueAt": %s, "askAgainAt": "2099-12-01T00:00:00Z",
             "blockers": [{"text": "192.0.2.10 has no name", "until": null},
                          {"text": "it was asked", "until": "2099-12-01T00:00:00Z"}],
             "lookedAt": "2026-11-22T10:05:00Z", "cause": "a form", "fix": "closed it", "times": 3,
             "findings": [{"check": "ptr", "about": "192.0.2.10", "result": "bad", "evidence": "no \\u0007name",
                           "remedy": "give it one", "waived": false},
                          {"check": "spf", "about": "example.com", "result": "bad", "evidence": "no record",
                           "remedy": "write one", "waived": true}],
             "requests": [{"at": "2026-11-21T10:00:00Z", "by": "ann", "how": "email", "reference": "4711", "note": "please"}]}
            """;
    private static final String HISTORY = """
            {"items": [{"at": "2026-11-22T10:05:00Z", "actor": "bob", "action": "note", "state": "open",
                        "detail": "call \\u001b them"},
                       {"at": "2026-11-22T10:00:00Z", "actor": "offlist", "action": "opened", "state": "open", "detail": ""}]}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    /** What is answered to paths that begin so, the longest first. */
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    private final FakeDaemon daemon = new FakeDaemon(this::answer);

    @BeforeEach
    void start() {
        answers.put("/", TASK.formatted("blocked", "null"));
    }

    private String answer(String uri) {
        String longest = answers.keySet().stream()
                .filter(uri::startsWith)
                .max(java.util.Comparator.comparingInt(String::length))
                .orElseThrow();
        return Objects.requireNonNull(answers.get(longest));
    }

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

    private void items(String... items) {
        answers.put("/api/v1/tasks?", "{\"items\": [" + String.join(",", items) + "]}");
    }

    @Test
    void aRequestIsPrintedToBePipedAndTheRestGoesElsewhere() {
        answers.put("/api/v1/tasks/t1/draft", """
                {"subject": "Removal request: 192.0.2.10", "body": "Hello,\\n\\nit was \\u001b us.\\n", "page": null,
                 "mailTo": "removals@list.example", "missing": [], "notes": ["The list wants a name first"], "fields": []}
                """);

        assertThat(run("tasks", "draft", "t1")).isZero();

        assertThat(out.toString())
                .isEqualToNormalizingNewlines("Subject: Removal request: 192.0.2.10\n\nHello,\n\nit was ? us.\n");
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("note: The list wants a name first\nmail to: removals@list.example\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            tasks mail t1        | "sent": false, "doubt": null, "obstacle": null       | Not sent; --send sends it.
            tasks mail t1        | "sent": false, "doubt": null, "obstacle": "it is off" | Not sent, and would not be: it is off.
            tasks mail t1 --send | "sent": true, "doubt": null, "obstacle": null        | Sent.
            tasks mail t1 --send | "sent": true, "doubt": "nobody knows", "obstacle": null | Note: nobody knows.
            """)
    void aMailIsShownUnlessItIsToBeSent(String command, String answer, String verdict) {
        answers.put("/api/v1/tasks/t1/mail", """
                {"messageId": "<1@example.com>", "from": "abuse@example.com", "to": "removals@list.example",
                 "subject": "Removal", "body": "Hello", %s}
                """.formatted(answer));

        assertThat(run((command + " --author ann").split(" ", -1))).isZero();

        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        "From: abuse@example.com\nTo: removals@list.example\nSubject: Removal\n\nHello\n" + verdict
                                + "\n");
        assertThat(daemon.asked.getLast().body())
                .isEqualTo("{\"author\":\"ann\",\"send\":" + command.contains("--send") + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            explain --cause c --fix f       | {"cause": "c", "fix": "f", "action": "explain", "author": "ann"}
            look                            | {"action": "look", "author": "ann"}
            waive --check ptr --about a --why w | {"check": "ptr", "about": "a", "why": "w", "action": "waive", "author": "ann"}
            request                         | {"anyway": false, "action": "request", "author": "ann"}
            request --how email --reference 1 --note n --anyway | {"how": "email", "reference": "1", "note": "n", "anyway": true, "action": "request", "author": "ann"}
            acknowledge                     | {"action": "acknowledge", "author": "ann"}
            acknowledge --reference 2       | {"reference": "2", "action": "acknowledge", "author": "ann"}
            refuse --why w                  | {"why": "w", "action": "refuse", "author": "ann"}
            withdraw --why w                | {"why": "w", "action": "withdraw", "author": "ann"}
            reopen --why w                  | {"why": "w", "action": "reopen", "author": "ann"}
            note --note n                   | {"note": "n", "action": "note", "author": "ann"}
            """)
    void anActionIsAskedForInTheWordsOfTheApi(String arguments, String body) throws IOException {
        assertThat(run(("tasks " + arguments + " task-L1 --author ann").split(" ")))
                .as(err.toString())
                .isZero();
        assertThat(daemon.asked).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.uri()).isEqualTo("PATCH /api/v1/tasks/task-L1");
            assertThat(new ObjectMapper().readTree(request.body())).isEqualTo(new ObjectMapper().readTree(body));
        });
        assertThat(out.toString())
                .contains(
                        "192.0.2.10 on spamcop: blocked; 192.0.2.10 has no name; it was asked, not before 2099-12-01T");
    }

    @Test
    void aTaskIsOpenedByWhatIsListed() throws IOException {
        answers.put("/api/v1/tasks", TASK.formatted("open", "null"));
        assertThat(run("tasks", "open", "192.0.2.0/24/spamcop", "--note", "the customer is back", "--author", "ann"))
                .isZero();
        assertThat(daemon.asked).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.uri()).isEqualTo("POST /api/v1/tasks");
            assertThat(new ObjectMapper().readTree(request.body())).isEqualTo(new ObjectMapper().readTree("""
                            {"address": "192.0.2.0/24", "list": "spamcop", "author": "ann", "note": "the customer is back"}"""));
        });
        assertThat(out.toString()).startsWith("task-L1: 192.0.2.10 on spamcop: open; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.10", "192.0.2.10/", "/spamcop", ""})
    void aTaskIsOpenedForNoLessThanAnAddressAndAList(String listing) {
        assertThat(run("tasks", "open", listing)).isEqualTo(64);
        assertThat(err.toString()).contains("ADDRESS/LIST");
        assertThat(daemon.asked).isEmpty();
    }

    @Test
    void whatCannotBeDoneNowIsOneSentenceWithItsDate() {
        daemon.status = 409;
        answers.put("/", """
                {"type": "urn:offlist:problem:task-declines", "detail": "it was asked; not before 2099-12-01T00:00:00Z"}""");
        assertThat(run("tasks", "request", "task-L1")).isEqualTo(64);
        assertThat(err.toString().lines()).containsExactly("offlist: it was asked; not before 2099-12-01T00:00:00Z");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aTaskIsFoundByItsAddressAndList() {
        items(TASK.formatted("ready", "null"));
        assertThat(run("tasks", "look", "192.0.2.10/spamcop")).isZero();
        assertThat(daemon.asked.stream().map(each -> each.method() + " " + each.uri()))
                .containsExactly(
                        "GET /api/v1/tasks?limit=10&state=live&address=192.0.2.10&list=spamcop",
                        "PATCH /api/v1/tasks/task-L1");
    }

    @Test
    void aNameThatMeansNoTaskOrTwoChangesNothing() {
        items();
        assertThat(run("tasks", "look", "192.0.2.10/spamcop")).isEqualTo(64);
        items(TASK.formatted("ready", "null"), TASK.formatted("ready", "null").replace("task-L1", "task-L2"));
        assertThat(run("tasks", "look", "192.0.2.10/spamcop")).isEqualTo(64);
        assertThat(run("tasks", "look", " ")).isEqualTo(64);
        assertThat(err.toString())
                .contains("no task of 192.0.2.10 on spamcop is open")
                .contains("name one by its id: task-L1, task-L2")
                .contains("an id is empty");
        assertThat(daemon.asked).noneMatch(each -> each.method().equals("PATCH"));
    }

    @Test
    void tasksAreShownWithTheDateThatMattersNext() {
        items(TASK.formatted("blocked", "null"), TASK.formatted("requested", "\"2099-11-24T10:00:00Z\""));
        assertThat(run("tasks")).isZero();
        assertThat(out.toString())
                .containsPattern(
                        "task-L1 +blocked +192.0.2.10 +spamcop +major +2026-11-22T10:00:00Z, .* ago +ask again 2099-12-01")
                .containsPattern("task-L1 +requested .* due 2099-11-24T10:00:00Z, in ");
        assertThat(daemon.asked.getLast().uri()).isEqualTo("/api/v1/tasks?limit=1000&state=live");
        run("tasks", "--list", "spamcop", "--pool", "a&b", "--address", "2001:db8::1", "--state", "closed");
        assertThat(daemon.asked.getLast().uri())
                .isEqualTo("/api/v1/tasks?limit=1000&state=closed&list=spamcop&pool=a%26b&address=2001%3Adb8%3A%3A1");
        items();
        assertThat(run("tasks")).isZero();
        assertThat(out.toString()).endsWith("There is no such task." + System.lineSeparator());
    }

    @Test
    void aTaskIsShownWithAllThatIsKnownOfIt() {
        answers.put("/api/v1/tasks/task-L1/history", HISTORY);
        assertThat(run("tasks", "show", "task-L1")).isZero();
        assertThat(out.toString())
                .contains("192.0.2.10 on spamcop (task-L1)", "  blocked", "192.0.2.10 has no name")
                .contains("it was asked, not before 2099-12-01T00:00:00Z, in ")
                .contains(
                        "pools: a,b",
                        ", for the third time",
                        "ask again: 2099-12-01",
                        "cause: a form",
                        "fix: closed it")
                .contains("Ask for removal  https://list.example/ask", "Never pay ?for it")
                .contains(
                        "bad  ptr 192.0.2.10: no ?name",
                        "       give it one",
                        "bad, waived  spf example.com: no record")
                .contains(" by ann, email, reference 4711: please")
                .contains("2026-11-22T10:05:00Z  bob  note -> open: call ? them")
                .doesNotContain("write one", "\u001b", "\u202e", "\u0007");
        assertThat(daemon.asked.getLast().uri()).isEqualTo("/api/v1/tasks/task-L1/history?limit=1000");
    }

    @Test
    void programsReadWhatTheApiSays() throws IOException {
        answers.put("/api/v1/tasks/task-L1/history", HISTORY);
        assertThat(run("tasks", "show", "task-L1", "--json")).isZero();
        JsonNode shown = new ObjectMapper().readTree(out.toString());
        assertThat(shown.path("state").asText()).isEqualTo("blocked");
        assertThat(shown.path("history"))
                .isEqualTo(new ObjectMapper().readTree(HISTORY).path("items"));
        out.getBuffer().setLength(0);
        assertThat(run("tasks", "look", "task-L1", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(out.toString())).isEqualTo(new ObjectMapper().readTree(answer("/")));
    }

    @Test
    void withoutADaemonThereIsNoAnswer() {
        daemon.stop();
        assertThat(run("tasks")).isEqualTo(69);
        assertThat(run("tasks", "show", "task-L1")).isEqualTo(69);
        assertThat(run("tasks", "look", "192.0.2.10/spamcop")).isEqualTo(69);
        assertThat(err.toString().lines()).hasSize(3).allMatch(line -> line.contains("no daemon answers at"));
    }

    @Test
    void wrongUseIsNotSentAtAll() {
        for (String wrong : List.of(
                "show",
                "look",
                "explain t --cause c",
                "waive t --check ptr --about a",
                "refuse t",
                "note t",
                "ask t")) {
            assertThat(run(("tasks " + wrong).split(" "))).as(wrong).isEqualTo(64);
        }
        assertThat(daemon.asked).isEmpty();
    }

    @Test
    void theDocumentNamesEveryOption() throws IOException {
        String document = Files.readString(Path.of("docs/commands.md"));
        String section = document.substring(document.indexOf("## tasks\n"));
        CommandLine tasks =
                Objects.requireNonNull(Main.commandLine().getSubcommands().get("tasks"));
        assertThat(tasks.getSubcommands()).hasSizeGreaterThanOrEqualTo(10);
        describes(section, tasks);
        tasks.getSubcommands().values().forEach(each -> describes(section, each));
    }

    private static void describes(String section, CommandLine command) {
        assertThat(section)
                .contains("offlist " + command.getCommandSpec().qualifiedName().replaceFirst("^offlist ", ""));
        command.getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .forEach(option -> assertThat(section).containsPattern(option.longestName() + "\\b"));
    }
}
