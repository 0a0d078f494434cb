package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offlist.delist.SeededTasks;
import offlist.delist.TaskDesk;
import offlist.delist.Tasks;
import offlist.store.OpenStore;
import offlist.testing.Sample;
import offlist.testing.SampleBoard;
import offlist.testing.SampleJournal;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of one task in every state, and what its buttons do. */
class TaskPageTest {
    private static final String HOSTILE = "<script>alert('x')</script>\" onfocus=\"alert(1)";

    private final Rendering rendering = new Rendering();
    private final SampleBoard board = new SampleBoard();
    private Instant now = Sample.NOW;

    @TempDir
    Path directory;

    private OpenStore store;
    private TaskPages pages;

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
        SeededTasks.in(store.database(), SeededTasks.states(SeededTasks.open(), Sample.NOW));
        TaskDesk desk = new TaskDesk(store.database(), () -> now, () -> {});
        pages = new TaskPages(new Sources(
                board,
                new SampleJournal(),
                new SampleSetup(),
                TaskShelf.of(new Tasks(store.database()), desk, SampleOpener.of(store.database()), SampleMail.of(desk)),
                new SampleChecks()));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open      | look, request, withdraw, note, explain",
                "preparing | look, request, withdraw, note, waive, explain",
                "blocked   | look, request, withdraw, note, waive, waive, waive, explain",
                "paused    | look, withdraw, note, explain",
                "ready     | look, request, withdraw, note, explain",
                "requested | acknowledge, refuse, withdraw, note, explain",
                "waiting   | refuse, withdraw, note, explain",
                "overdue   | acknowledge, refuse, withdraw, note, explain",
                "closed    | reopen, note",
                "delisted  | note",
            })
    void onlyWhatTheStateTakesHasAForm(String name, String actions) {
        Matcher forms = Pattern.compile("name=\"action\" value=\"([a-z]+)\"").matcher(html(name));
        assertThat(forms.results().map(form -> form.group(1))).containsExactly(actions.split(", ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open      | open now, preparing ahead, ready ahead, requested ahead, waiting ahead, closed ahead",
                "blocked   | open ahead, preparing ahead, blocked held, ready ahead, requested ahead, waiting ahead, closed ahead",
                "overdue   | open ahead, preparing ahead, ready ahead, requested ahead, waiting ahead, overdue held, closed ahead",
                "delisted  | open skipped, preparing skipped, ready skipped, requested skipped, waiting skipped, closed now",
            })
    void theLineShowsWhereItStands(String name, String stops) {
        assertThat(page(name).course().stream().map(stop -> stop.state() + " " + stop.mark()))
                .containsExactly(stops.split(", ", -1));
        assertThat(html(name)).containsOnlyOnce("aria-current=\"step\"");
    }

    @Test
    void whatWasPassedIsMarkedOnTheLine() {
        act("ready", "request", Map.of());

        assertThat(page("ready").course())
                .contains(new TaskPage.Stop("ready", "passed"), new TaskPage.Stop("requested", "now"));
    }

    @Test
    void whatIsTakenUpAgainHasItsEndStillToCome() {
        act("ready", "withdraw", Map.of("why", "retired"));
        assertThat(page("ready").course()).endsWith(new TaskPage.Stop("closed", "now"));

        act("ready", "reopen", Map.of("why", "needed again"));
        assertThat(page("ready").course())
                .contains(new TaskPage.Stop("ready", "now"))
                .endsWith(new TaskPage.Stop("closed", "ahead"));
    }

    @Test
    void aRequestIsRecordedAndSaidAndTheNextOneRefused() {
        String shown = after("ready", "request", Map.of("how", "email", "reference", "R-7", "note", "by mail"));
        assertThat(shown)
                .contains("role=\"status\">It is noted that the list was asked.")
                .contains("The list should have let go by <strong>24 Nov 2026 18:00:00 UTC</strong>")
                .contains("ann asked by mail · <span class=\"mono\">R-7</span>")
                .contains("<td>asked the list<span class=\"sub said\">email R-7 by mail</span></td>");
        assertThat(after("ready", "request", Map.of()))
                .contains("role=\"alert\">Not done: the list was asked on 2026-11-22 already");
    }

    /** Somebody else was quicker: the page that is sent is an old one. */
    @Test
    void anOldPageGetsTheReasonAndKeepsWhatWasTyped() {
        act("requested", "withdraw", Map.of("why", "retired"));

        assertThat(after("requested", "acknowledge", Map.of("reference", "#9")))
                .contains("role=\"alert\">Not done: no request waits for a word of the list.")
                .contains("task-state closed");
        assertThat(after("ready", "waive", Map.of("check", "ptr", "about", "192.0.2.99", "why", "x")))
                .contains("Not done: there is no such finding");
        assertThat(after("blocked", "request", Map.of("reference", "kept & shown")))
                .contains("role=\"alert\">Not done: 192.0.2.10 has no name; ")
                .contains("<details open><summary>I have asked the list all the same")
                .contains("value=\"kept &amp; shown\"");
    }

    @Test
    void insideThePauseThereIsADateAndNoButton() {
        assertThat(html("paused"))
                .contains("The list may be asked again from <strong>22 Dec 2026 11:00 UTC</strong> on")
                .contains("Not now: the list was asked on 2026-11-22")
                .contains("for an earlier listing");
        assertThat(after("paused", "request", Map.of("anyway", "yes"))).contains("not before 22 Dec 2026 11:00 UTC.");
    }

    @Test
    void aHindranceIsSetAsideOnlyByAChoiceOfItsOwn() {
        assertThat(after("blocked", "request", Map.of())).contains("role=\"alert\"");
        assertThat(after("blocked", "request", Map.of("anyway", "yes")))
                .contains("It is noted that the list was asked.")
                .contains("Waived by ann: the list was asked all the same");
    }

    @Test
    void whatDoesNotMatterIsWaived() {
        act("blocked", "waive", Map.of("check", "helo", "about", "mta1.example.com", "why", "not our server"));

        assertThat(after("blocked", "waive", Map.of("check", "ptr", "about", "192.0.2.10", "why", "it is <ours>")))
                .contains("Waived: it does not stand in the way any more.")
                .contains("Waived by ann: it is &lt;ours&gt;")
                .contains("task-state preparing");
    }

    @Test
    void theStoryOfATaskIsTold() {
        act("ready", "explain", Map.of("cause", "a leaked key", "fix", "it was changed"));
        act("ready", "request", Map.of());
        act("ready", "acknowledge", Map.of("reference", "#1"));
        act("ready", "refuse", Map.of("why", "too soon"));
        act("ready", "reopen", Map.of("why", "now it is time"));

        String html = html("ready");
        assertThat(page("ready").history().stream().map(TaskPage.StepRow::what))
                .containsExactly(
                        "took it up again",
                        "the list said no",
                        "the list confirmed the request",
                        "asked the list",
                        "said what was wrong and what was done",
                        "opened the task");
        assertThat(html).contains("a leaked key · it was changed").contains("<td>ann</td>");
    }

    @Test
    void aLookIsWaitedFor() {
        assertThat(after("ready", "look", Map.of()))
                .contains("It is being looked at")
                .contains("http-equiv=\"refresh\" content=\"3\"");
        assertThat(html("ready")).doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void whoActedIsRememberedAndWhatWasSaidIsSaidOnce() {
        String link = pages.act("task-ready", form("note", Map.of("note", "called them")));
        Optional<String> key = Optional.of(link.substring(link.indexOf('=') + 1));
        TaskPage first = pages.task("task-ready", key, "ann \"<b>\"");
        assertThat(rendering.page("task", first))
                .contains("value=\"ann &quot;&lt;b&gt;&quot;\"")
                .contains(">Noted.<");
        assertThat(pages.task("task-ready", key, "").said()).isNull();
        String header = AuthorCookie.header("Änn; x").orElseThrow();
        assertThat(header).startsWith("offlist_author=").endsWith("; HttpOnly; SameSite=Strict");
        assertThat(AuthorCookie.read(header.substring(header.indexOf('=') + 1, header.indexOf(';'))))
                .isEqualTo("Änn; x");
        assertThat(AuthorCookie.read("%zz")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "request", "note", "withdraw"})
    void nobodyActsWithoutAName(String action) {
        String link = pages.act("task-ready", TaskForm.read(Map.of("action", List.of(action), "author", List.of(" "))));
        assertThat(shown("ready", link)).contains("role=\"alert\">Not done: `");
    }

    @Test
    void whatPeopleWriteIsEscapedEverywhere() {
        for (String action : List.of("explain", "request", "acknowledge", "note", "withdraw", "reopen")) {
            act(
                    "ready",
                    action,
                    Map.of(
                            "cause",
                            HOSTILE,
                            "fix",
                            HOSTILE,
                            "reference",
                            HOSTILE,
                            "note",
                            HOSTILE,
                            "why",
                            HOSTILE,
                            "author",
                            HOSTILE));
        }
        String refused = after("ready", HOSTILE, Map.of("cause", HOSTILE));
        assertThat(Stream.of(html("ready"), refused, html("blocked")))
                .allSatisfy(html -> assertThat(html)
                        .doesNotContain("<script")
                        .doesNotContain("\" onfocus")
                        .doesNotContain("javascript:"));
        assertThat(html("ready")).contains("&lt;script&gt;");
    }

    @Test
    void aTaskThatIsNotThereIsAProblem() {
        assertThatThrownBy(() -> pages.act("task-none", form("note", Map.of("note", "x"))))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> pages.task("task-none", Optional.empty(), "")).isInstanceOf(ProblemException.class);
    }

    @Test
    void aTaskOfARangeSaysSo() {
        SeededTasks.in(
                store.database(),
                List.of(SeededTasks.covering(SeededTasks.named(SeededTasks.open(), "range"), "192.0.2.0/24")));

        assertThat(html("range"))
                .contains("<span class=\"mono\">192.0.2.0/24</span> off")
                .contains("was seen on it last");
    }

    /** Each field has a label, each page one heading of the first order, and no field its own script. */
    @Test
    void everyPageCanBeReadAloud() {
        for (String name : SeededTasks.byName(Sample.NOW).keySet()) {
            String html = html(name);
            assertThat(html)
                    .as(name)
                    .containsOnlyOnce("<h1>")
                    .doesNotContain("<script")
                    .doesNotContainPattern(" on[a-z]+=");
            Matcher fields = Pattern.compile("<(input(?! type=\"hidden\")|textarea|select)")
                    .matcher(html);
            while (fields.find()) {
                String before = html.substring(0, fields.start());
                assertThat(before.lastIndexOf("<label")).as(name).isGreaterThan(before.lastIndexOf("</label>"));
            }
        }
    }

    @Test
    void theRequestIsThereToBeCopied() {
        assertThat(html("ready"))
                .contains("Removal request: 192.0.2.10 on ")
                .contains("<label>Text <textarea rows=\"16\" readonly>\n")
                .contains("<li>what was wrong: say it under")
                .contains("<li>a mail address to answer to")
                .contains("<dt>organisation</dt><dd>Example Ltd</dd>");
        act("ready", "explain", Map.of("cause", "a form </textarea><b>", "fix", "it asks first"));
        assertThat(html("ready"))
                .contains("&lt;/textarea&gt;&lt;b&gt;")
                .doesNotContain("</textarea><b>")
                .doesNotContain("<li>what was wrong");
        assertThat(html("requested")).doesNotContain("id=\"draft\"");
        assertThat(html("delisted")).doesNotContain("id=\"draft\"");
    }

    /** For people who look at the pages in a browser. */
    @Test
    void thePagesCanBeLookedAt() throws Exception {
        Path folder = Files.createDirectories(Path.of("target/pages"));
        now = now.plus(Duration.ofMinutes(1));
        act("requested", "note", Map.of("note", "They answer on weekdays."));
        for (String name : SeededTasks.byName(Sample.NOW).keySet()) {
            Files.writeString(folder.resolve("task-" + name + ".html"), html(name));
        }
        Files.writeString(folder.resolve("task-refused.html"), after("blocked", "request", Map.of("reference", "R-1")));

        assertThat(folder.resolve("task-blocked.html")).content().contains("stands in the way");
    }

    private String after(String name, String action, Map<String, String> fields) {
        return shown(name, pages.act("task-" + name, form(action, fields)));
    }

    private String shown(String name, String link) {
        assertThat(link).startsWith("/tasks/task-" + name + "?said=");
        Optional<String> key = Optional.of(link.substring(link.indexOf('=') + 1));
        return rendering.page("task", pages.task("task-" + name, key, ""));
    }

    private void act(String name, String action, Map<String, String> fields) {
        assertThat(after(name, action, fields)).contains("role=\"status\"");
    }

    private static TaskForm form(String action, Map<String, String> fields) {
        Map<String, List<String>> form = new LinkedHashMap<>(Map.of("author", List.of("ann")));
        fields.forEach((key, value) -> form.put(key, new ArrayList<>(List.of(value))));
        form.put("action", List.of(action));
        return TaskForm.read(form);
    }

    private TaskPage page(String name) {
        return pages.task("task-" + name, Optional.empty(), "");
    }

    private String html(String name) {
        return rendering.page("task", page(name));
    }
}
