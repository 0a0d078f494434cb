package offlist.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.catalogue.DnsList;
import offlist.catalogue.RemovalMethod;
import offlist.delist.Advice;
import offlist.delist.Choices;
import offlist.delist.Choices.Choice;
import offlist.delist.Dossier;
import offlist.delist.Obstacle;
import offlist.delist.RemovalTask;
import offlist.delist.TaskDesk;
import offlist.delist.TaskState;
import offlist.ready.Finding;
import offlist.ready.Result;
import offlist.track.Status;
import offlist.web.TaskPage.FindingRow;
import offlist.web.TaskPage.Said;
import offlist.yaml.Capital;
import org.jspecify.annotations.Nullable;

/** Puts together what the page of one removal task shows. */
final class TaskSheet {
    private static final int HISTORY = 50;
    private static final int SOON = 3;
    private static final List<RemovalMethod> ASKING = List.of(
            RemovalMethod.SELF_SERVICE,
            RemovalMethod.ACCOUNT,
            RemovalMethod.EMAIL,
            RemovalMethod.TICKET,
            RemovalMethod.ISP_REQUEST,
            RemovalMethod.UNKNOWN);

    private final Sources sources;
    private final TaskAnswers answers;
    private final RemovalTask task;
    private final Status status;
    private final Instant now;

    TaskSheet(Sources sources, TaskAnswers answers, RemovalTask task) {
        this.sources = sources;
        this.answers = answers;
        this.task = task;
        this.status = sources.board().now();
        this.now = status.at();
    }

    TaskPage page(Optional<Said> said, String author) {
        Advice advice = Advice.of(task, now);
        Choices choices = Choices.of(task, now);
        List<TaskDesk.Step> history = sources.tasks().history(task.id(), HISTORY);
        @Nullable DraftView draft = draft(choices);
        Optional<TaskState.Closed> closed =
                task.state() instanceof TaskState.Closed over ? Optional.of(over) : Optional.empty();
        return new TaskPage(
                frame(said),
                TaskView.of(task),
                new Rows(sources, now).name(task.list()),
                new Rows(sources, now).page(task.list()),
                task.covers().orElse(task.target().text()),
                TaskTexts.who(task),
                Capital.of(advice.text()),
                advice.who().words(),
                When.of(task.openedAt(), now),
                when(closed.map(TaskState.Closed::at)),
                closed.map(over -> Capital.of(Advice.ended(over.as()))).orElse(null),
                when(task.plan().expires()),
                when(task.state().due()),
                TaskCourse.of(task, history),
                holds(),
                notBefore(choices),
                choices.has(Choice.ASK_ANYWAY)
                        ? choices.whyNot().map(Obstacle::why).orElse("")
                        : null,
                choices.all(),
                findings(choices, false),
                findings(choices, true),
                when(task.dossier().lookedAt()),
                requests(),
                task.askAgainAt().map(Advice::moment).orElse(null),
                history.stream().map(this::row).toList(),
                methods(),
                draft,
                TaskMail.of(draft, choices, sources.setup().removal()),
                said.orElse(null),
                author);
    }

    /** Somebody may be typing, so the page stays as it is; but who wants a look waits for what comes of it. */
    private Frame frame(Optional<Said> said) {
        boolean looking = task.state() instanceof TaskState.Preparing
                && said.filter(each -> "look".equals(each.typed().get("action")))
                        .isPresent();
        Frame still = Frame.still("Task for " + task.target().text(), status);
        return looking ? new Frame(still.title(), still.now(), SOON, false) : still;
    }

    private @Nullable When when(Optional<Instant> at) {
        return at.map(each -> When.of(each, now)).orElse(null);
    }

    private List<TaskPage.Hold> holds() {
        return task.state() instanceof TaskState.Blocked blocked
                ? blocked.by().stream()
                        .map(by -> new TaskPage.Hold(
                                by.text(), by.until().map(Advice::moment).orElse(null)))
                        .toList()
                : List.of();
    }

    /** A date that nobody can set aside. */
    private static @Nullable String notBefore(Choices choices) {
        return choices.has(Choice.ASK) || choices.has(Choice.ASK_ANYWAY)
                ? null
                : choices.whyNot().flatMap(Obstacle::until).map(Advice::moment).orElse(null);
    }

    private List<FindingRow> findings(Choices choices, boolean good) {
        return task.dossier().findings().stream()
                .filter(finding -> finding.result() == Result.GOOD == good)
                .sorted(Comparator.comparing((Finding finding) -> task.dossier().waived(finding))
                        .thenComparing(Finding::result, Comparator.comparing(result -> result != Result.BAD)))
                .map(finding -> row(finding, choices))
                .toList();
    }

    private FindingRow row(Finding finding, Choices choices) {
        return new FindingRow(
                finding.check().label(),
                TaskTexts.check(finding.check()),
                finding.about(),
                finding.result().label(),
                finding.evidence(),
                finding.remedy(),
                task.dossier()
                        .waiver(finding)
                        .map(each -> each.by() + ": " + each.why())
                        .orElse(null),
                choices.waivable().contains(finding));
    }

    private List<TaskPage.RequestRow> requests() {
        Dossier dossier = task.dossier();
        return dossier.requests().reversed().stream()
                .map(request -> new TaskPage.RequestRow(
                        When.of(request.at(), now),
                        request.by(),
                        TaskTexts.method(request.how()),
                        request.reference(),
                        request.note(),
                        !request.at().isBefore(task.openedAt())))
                .toList();
    }

    private TaskPage.StepRow row(TaskDesk.Step step) {
        return new TaskPage.StepRow(
                When.of(step.at(), now), step.actor(), TaskTexts.did(step.action()), step.state(), step.detail());
    }

    /** For whoever can ask now, or will be able to. */
    private @Nullable DraftView draft(Choices choices) {
        boolean late = task.state() instanceof TaskState.Overdue;
        boolean unasked = task.state() instanceof TaskState.Unasked;
        return late || unasked || choices.has(Choice.ASK) ? answers.draft(task) : null;
    }

    private List<TaskPage.Method> methods() {
        List<RemovalMethod> own = sources.setup().selection().catalogue().list(task.list()).stream()
                .map(DnsList::removal)
                .flatMap(removal -> removal.methods().stream())
                .filter(ASKING::contains)
                .toList();
        return Stream.concat(own.stream(), ASKING.stream())
                .distinct()
                .map(method -> new TaskPage.Method(method.label(), TaskTexts.method(method)))
                .toList();
    }
}
