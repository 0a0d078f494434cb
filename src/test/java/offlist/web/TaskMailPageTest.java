package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.alert.email.PlainMail;
import offlist.alert.email.Post.Handed;
import offlist.catalogue.ListId;
import offlist.delist.RemovalSettings;
import offlist.delist.RequestMail;
import offlist.delist.SeededTasks;
import offlist.delist.TaskAction;
import offlist.delist.TaskDesk;
import offlist.delist.Tasks;
import offlist.ready.ReadinessSettings;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The request by mail on the page of its task. */
class TaskMailPageTest {
    private static final String TO = "removals@partner.example";
    private static final String FORM = "name=\"action\" value=\"mail\"";
    private static final String SENDS = "name=\"send\" value=\"yes\"";

    private final Rendering rendering = new Rendering();
    private final List<PlainMail> sent = new ArrayList<>();

    @TempDir
    Path directory;

    private OpenStore store;
    private TaskDesk desk;
    private Handed handed = new Handed.Taken();

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
        SeededTasks.in(store.database(), SeededTasks.states(SeededTasks.open(), Sample.NOW));
        desk = new TaskDesk(store.database(), () -> Sample.NOW, () -> {});
        SeededTasks.byName(Sample.NOW)
                .forEach((name, task) ->
                        desk.act("task-" + name, new TaskAction.Explain("a leaked key", "it was changed"), "bob"));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private TaskPages pages(boolean send, Map<ListId, String> addresses, String contact) {
        Setup setup = new SampleSetup(new RemovalSettings(
                Optional.of("Example Ltd"),
                Optional.of(contact).filter(text -> !text.isEmpty()),
                ReadinessSettings.DEFAULT,
                new RequestMail(send, addresses)));
        return new TaskPages(new Sources(
                new SampleBoard(),
                new SampleJournal(),
                setup,
                TaskShelf.of(
                        new Tasks(store.database()),
                        desk,
                        SampleOpener.of(store.database()),
                        SampleMail.of(desk, setup, Optional.of(mail -> {
                            sent.add(mail);
                            return handed;
                        }))),
                new SampleChecks()));
    }

    private TaskPages pages(boolean send) {
        return pages(send, Map.of(SeededTasks.open().list(), TO), "postmaster@example.com");
    }

    private String html(TaskPages pages, String name) {
        return rendering.page("task", pages.task("task-" + name, Optional.empty(), ""));
    }

    private String after(TaskPages pages, String name, String... more) {
        Map<String, List<String>> form = new HashMap<>(Map.of("action", List.of("mail"), "author", List.of("ann")));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], List.of(more[i + 1]));
        }
        String link = pages.act("task-" + name, TaskForm.read(form));
        return rendering.page(
                "task", pages.task("task-" + name, Optional.of(link.substring(link.indexOf('=') + 1)), ""));
    }

    @Test
    void whatCanBeSentHasAFormThatSaysFromWhomAndToWhom() {
        assertThat(html(pages(true), "ready"))
                .contains(FORM, SENDS, "<button>Send by mail</button>")
                .contains("<dt>From</dt><dd>postmaster@example.com</dd>", "<dt>To</dt><dd>" + TO + "</dd>")
                .doesNotContain("dry run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "preparing", "blocked", "paused", "requested", "waiting", "closed", "delisted"})
    void whatIsNotToBeAskedNowHasNone(String name) {
        assertThat(html(pages(true), name)).contains("<h1>").doesNotContain(FORM);
    }

    @Test
    void aListWithoutAnAddressHasNone() {
        assertThat(html(pages(true, Map.of(), "postmaster@example.com"), "ready"))
                .contains("id=\"draft\"")
                .doesNotContain(FORM);
    }

    @Test
    void whatIsMissingIsSaidInPlaceOfAButton() {
        assertThat(html(pages(true, Map.of(SeededTasks.open().list(), TO), ""), "ready"))
                .contains("It can be sent when nothing is missing any more.", "<dt>To</dt><dd>" + TO + "</dd>")
                .doesNotContain("<dt>From</dt>", SENDS, "<button>Send by mail</button>");
    }

    @Test
    void aDryRunShowsTheEnvelopeAndTheTextAndLeavesNoTrace() {
        TaskPages dry = pages(false);
        assertThat(html(dry, "ready"))
                .contains("A dry run", "Show what would be sent")
                .doesNotContain(SENDS);

        assertThat(after(dry, "ready"))
                .contains(
                        "role=\"status\">This was a dry run, the list was not asked. Nothing is sent: `removal.mail.send`")
                .contains("<h2>The mail that would be sent</h2>")
                .contains("<dt>From</dt><dd>postmaster@example.com</dd>")
                .contains("<dt>Subject</dt><dd>Removal request: 192.0.2.10 on ")
                .contains("a leaked key")
                .doesNotContain("Message-ID")
                .contains("task-state ready");
        assertThat(after(dry, "ready", "send", "yes")).contains("role=\"alert\">Not done: nothing is sent");
        assertThat(sent).isEmpty();
        assertThat(desk.history("task-ready", 9))
                .extracting(TaskDesk.Step::action)
                .doesNotContain("request");
    }

    @Test
    void anOldPageOfADryRunSendsNothingWhereSendingIsSwitchedOnByNow() {
        assertThat(after(pages(true), "ready"))
                .contains("This was a dry run, the list was not asked. Nothing stands in the way of sending it.");
        assertThat(sent).isEmpty();
    }

    @Test
    void whatIsSentSaysWhereItWentAndIsSentOnce() {
        TaskPages pages = pages(true);
        assertThat(after(pages, "ready", "send", "yes"))
                .contains("role=\"status\">The request was sent to " + TO + ".")
                .contains("<h2>The mail to the list</h2>", "<dt>To</dt><dd>" + TO + "</dd>", "<dt>Message-ID</dt>")
                .contains("task-state requested", "ann asked by mail")
                .doesNotContain(FORM);
        assertThat(after(pages, "ready", "send", "yes")).contains("role=\"alert\">Not done: the list was asked on");
        assertThat(sent).extracting(PlainMail::to).containsExactly(TO);
    }

    @Test
    void whatTheRelayRefusesIsNotDoneAndCanBeSentAgain() {
        TaskPages pages = pages(true);
        handed = new Handed.NotTaken("550 <b>no</b>");
        assertThat(after(pages, "ready", "send", "yes"))
                .contains("role=\"alert\">Not done: the mail did not go out: 550 &lt;b&gt;no&lt;/b&gt;.")
                .contains(FORM, "task-state ready")
                .doesNotContain("id=\"mail\"");
    }

    @Test
    void whatIsInDoubtIsSaid() {
        handed = new Handed.Unclear("the line broke");
        assertThat(after(pages(true), "ready", "send", "yes"))
                .contains("It is not known whether the mail went out, so it counts as sent: the line broke.")
                .contains("task-state requested", "id=\"mail\"");
    }

    @Test
    void nobodySendsWithoutAName() {
        assertThat(after(pages(true), "ready", "send", "yes", "author", " "))
                .contains("role=\"alert\">Not done: `author` is missing.");
        assertThat(sent).isEmpty();
    }
}
