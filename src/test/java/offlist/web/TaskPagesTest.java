package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offlist.delist.RemovalTask;
import offlist.delist.SeededTasks;
import offlist.delist.TaskDesk;
import offlist.delist.Tasks;
import offlist.store.Database;
import offlist.store.OpenStore;
import offlist.testing.Sample;
import offlist.testing.SampleBoard;
import offlist.testing.SampleJournal;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskPagesTest {
    private final Rendering rendering = new Rendering();

    @TempDir
    Path directory;

    private OpenStore store;
    private Database database;
    private TaskPages pages;

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
        database = store.database();
        TaskDesk desk = new TaskDesk(database, () -> Sample.NOW, () -> {});
        Sources sources = new Sources(
                new SampleBoard(),
                new SampleJournal(),
                new SampleSetup(),
                TaskShelf.of(new Tasks(database), desk, SampleOpener.of(database), SampleMail.of(desk)),
                new SampleChecks());
        pages = new TaskPages(sources);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatNeedsAPersonIsShownFirst() {
        SeededTasks.in(database, SeededTasks.states(SeededTasks.open(), Sample.NOW));

        TasksPage page = tasks(Map.of());
        String html = html(page);

        assertThat(page.tasks().stream().map(TaskLine::state))
                .containsExactly("overdue", "ready", "open", "preparing", "blocked");
        assertThat(html)
                .contains("<h1>5 tasks need a person</h1>")
                .contains("192.0.2.10 has no name (and 1 more)")
                .contains("<td class=\"next\">ask the list</td>")
                .contains("look again: no answer for example.com TXT")
                .contains("1 to 5 of 5")
                .doesNotContain("/tasks/task-paused")
                .doesNotContain("/tasks/task-delisted");
    }

    @Test
    void theRestIsShownWhenItIsAskedFor() {
        SeededTasks.in(database, SeededTasks.states(SeededTasks.open(), Sample.NOW));

        assertThat(ids(Map.of("show", List.of("live"))))
                .contains("task-paused", "task-waiting")
                .hasSize(8);
        assertThat(ids(Map.of("state", List.of("live")))).hasSize(8);
        assertThat(ids(Map.of("show", List.of("closed")))).containsExactly("task-closed", "task-delisted");
        assertThat(ids(Map.of("state", List.of("blocked", "waiting"))))
                .containsExactly("task-blocked", "task-paused", "task-waiting");
        assertThat(html(tasks(Map.of("state", List.of("blocked")))))
                .contains("value=\"blocked\" checked")
                .contains("wait until 22 Dec 2026: the list wants no second request sooner");
    }

    @Test
    void filtersStayAsTheyWereWritten() {
        SeededTasks.in(database, SeededTasks.states(SeededTasks.open(), Sample.NOW));
        Map<String, List<String>> query = Map.of(
                "list",
                List.of("spamcop"),
                "severity",
                List.of("major"),
                "address",
                List.of("192.0.2.10"),
                "show",
                List.of("all"));

        assertThat(html(tasks(query)))
                .contains("<option value=\"spamcop\" selected>")
                .contains("<option value=\"major\" selected>")
                .contains("<input type=\"hidden\" name=\"show\" value=\"all\">")
                .contains("value=\"192.0.2.10\"")
                .contains("No task matches.")
                .contains("/tasks?list=spamcop&amp;address=192.0.2.10&amp;severity=major");
        assertThat(ids(Map.of("list", List.of("spamhaus-zen"), "address", List.of("192.0.2.10"))))
                .hasSize(5);
    }

    @Test
    void whatMeansNothingIsSaidOnThePage() {
        assertThat(html(tasks(Map.of("address", List.of("\"><script>")))))
                .contains("is neither an IP address nor a domain name")
                .contains("value=\"&quot;&gt;&lt;script&gt;\"")
                .doesNotContain("<script");
        assertThat(html(tasks(Map.of("list", List.of("spamcup"))))).contains("did you mean `spamcop`?");
        assertThat(html(tasks(Map.of("severity", List.of("majr"))))).contains("critical or major or minor");
        assertThatThrownBy(() -> tasks(Map.of("state", List.of("opened")))).isInstanceOf(ProblemException.class);
    }

    @Test
    void thousandsAreShownPageByPage() {
        List<RemovalTask> many = new ArrayList<>();
        IntStream.range(0, 2_000).forEach(i -> many.add(SeededTasks.named(SeededTasks.open(), "t" + i)));
        SeededTasks.in(database, many);

        assertThat(html(tasks(Map.of())))
                .contains("1 to 50 of 2,000")
                .contains("rel=\"next\" href=\"/tasks?page=2\"")
                .doesNotContain("rel=\"prev\"");
        assertThat(html(tasks(Map.of("page", List.of("40")))))
                .contains("1,951 to 2,000 of 2,000")
                .contains("rel=\"prev\" href=\"/tasks?page=39\"")
                .doesNotContain("rel=\"next\"");
        assertThat(html(tasks(Map.of("page", List.of("999999"))))).contains("1,951 to 2,000 of 2,000");
        assertThat(ids(Map.of("page", List.of("2")))).doesNotContainAnyElementsOf(ids(Map.of()));
    }

    @Test
    void aRangeIsShownAsOne() {
        SeededTasks.in(database, List.of(SeededTasks.covering(SeededTasks.open(), "192.0.2.0/24")));

        assertThat(html(tasks(Map.of())))
                .contains(">192.0.2.0/24</a>")
                .contains("<h1>1 task needs a person</h1>")
                .contains("seen at <span class=\"mono\">192.0.2.10</span>");
    }

    @Test
    void withoutTasksThereIsNothingToDo() {
        assertThat(html(tasks(Map.of())))
                .contains("<h1>Nothing to take off any list</h1>")
                .contains("No task matches.");
    }

    /** For people who look at the pages in a browser. */
    @Test
    void theListCanBeLookedAt() throws Exception {
        SeededTasks.in(database, SeededTasks.states(SeededTasks.open(), Sample.NOW));
        Path file = Files.createDirectories(Path.of("target/pages")).resolve("tasks.html");
        Files.writeString(file, html(tasks(Map.of("show", List.of("all")))));

        assertThat(file).content().contains("<table class=\"listings work\">");
    }

    private TasksPage tasks(Map<String, List<String>> query) {
        return pages.tasks(TaskQuery.read(query));
    }

    private Stream<String> stream(Map<String, List<String>> query) {
        return tasks(query).tasks().stream().map(TaskLine::id);
    }

    private List<String> ids(Map<String, List<String>> query) {
        return stream(query).toList();
    }

    private String html(TasksPage page) {
        return rendering.page("tasks", page);
    }
}
