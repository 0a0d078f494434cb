package offlist.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.delist.RemovalTask;
import offlist.delist.TaskDesk;
import offlist.delist.TaskState;
import offlist.delist.WorkFilter;
import offlist.delist.WorkTally;
import offlist.track.Status;
import offlist.web.Problem.Kind;
import offlist.web.TaskPage.Said;
import offlist.web.TaskQuery.Show;
import offlist.web.TasksPage.Option;
import offlist.yaml.Labels;
import org.jspecify.annotations.Nullable;

/** Gathers what the pages of removal tasks show, and does what their buttons say. */
final class TaskPages {
    static final int AT_ONCE = 50;

    private final Sources sources;
    private final Wanted wanted;
    private final TaskAnswers answers;
    private final SaidOnce said = new SaidOnce();

    TaskPages(Sources sources) {
        this.sources = sources;
        this.wanted = new Wanted(sources.setup());
        this.answers = new TaskAnswers(sources);
    }

    /** @param key of what is to be said about the last form */
    TaskPage task(String id, Optional<String> key, String author) {
        return new TaskSheet(sources, answers, known(id)).page(said.take(key), author);
    }

    private RemovalTask known(String id) {
        return sources.tasks()
                .byId(id)
                .orElseThrow(() -> new ProblemException(Kind.UNKNOWN_TASK, "there is no task " + Wanted.shown(id)));
    }

    /** Does what a form says; returns where to see what came of it. */
    String act(String id, TaskForm form) {
        String task = known(id).id();
        return "/tasks/" + task + "?said=" + said.keep(done(task, form));
    }

    private Said done(String task, TaskForm form) {
        try {
            return form.mail() ? TaskMail.said(sources.tasks(), known(task), form) : acted(task, form);
        } catch (ProblemException mistake) {
            return new Said("Not done: " + mistake.getMessage() + ".", true, form.fields());
        }
    }

    private Said acted(String task, TaskForm form) {
        TaskRequest request = form.request();
        return switch (sources.tasks().act(task, request.action(), request.author())) {
            case TaskDesk.Done.Now now -> new Said(TaskTexts.done(request.action()), false, form.fields());
            case TaskDesk.Done.Refused no -> new Said(TaskTexts.notDone(no.obstacle()), true, form.fields());
            case TaskDesk.Done.Unknown gone -> new Said("The task is not there any more.", true, form.fields());
        };
    }

    /** What cannot be found is said on the page, above the form that it was written into. */
    TasksPage tasks(TaskQuery query) {
        try {
            return tasks(query, query.filter(wanted), null);
        } catch (ProblemException mistake) {
            return tasks(query, nothing(query), String.valueOf(mistake.getMessage()));
        }
    }

    private static WorkFilter nothing(TaskQuery query) {
        return WorkFilter.FOR_A_PERSON.in(Set.copyOf(query.show().states), query.show().paused);
    }

    private TasksPage tasks(TaskQuery query, WorkFilter filter, @Nullable String wrong) {
        Status status = sources.board().now();
        Rows rows = new Rows(sources, status.at());
        WorkTally tally = sources.tasks().tally(filter);
        long matching = wrong == null ? matching(filter, tally) : 0;
        int page = Math.clamp((matching + AT_ONCE - 1) / AT_ONCE, 1, query.page());
        int from = (page - 1) * AT_ONCE;
        List<RemovalTask> tasks = wrong == null ? sources.tasks().work(filter, from, AT_ONCE) : List.of();
        return new TasksPage(
                Frame.still("Removal tasks", status),
                sentence(sources.tasks().tally(WorkFilter.FOR_A_PERSON)),
                presets(query, tally),
                states(query, tally),
                query.show() == Show.PERSON ? null : Labels.of(query.show()),
                lists(query, rows),
                options(sources.setup().pools().stream().map(pool -> pool.name().value()), query.pool()),
                options(Stream.of(Severity.values()).map(Severity::label), query.severity()),
                query.address(),
                wrong,
                tasks.stream().map(task -> TaskLine.of(task, rows, status.at())).toList(),
                matching,
                from + 1L,
                page > 1 ? query.on(page - 1).link() : null,
                from + tasks.size() < matching ? query.on(page + 1).link() : null);
    }

    private static long matching(WorkFilter filter, WorkTally tally) {
        long all = filter.states().isEmpty() ? tally.all() : tally.in(filter.states());
        return filter.paused() ? all : all - tally.paused();
    }

    private static String sentence(WorkTally tally) {
        long wanted = tally.forAPerson();
        if (wanted > 0) {
            return Figures.of(wanted) + (wanted == 1 ? " task needs a person" : " tasks need a person");
        }
        return tally.in(WorkFilter.LIVE) == 0 ? "Nothing to take off any list" : "No task needs a person";
    }

    private static List<TasksPage.Preset> presets(TaskQuery query, WorkTally tally) {
        return Stream.of(Show.values())
                .map(show -> new TasksPage.Preset(
                        show.words,
                        query.showing(show).link(),
                        count(show, tally),
                        query.states().isEmpty() && query.show() == show))
                .toList();
    }

    private static long count(Show show, WorkTally tally) {
        return switch (show) {
            case PERSON -> tally.forAPerson();
            case LIVE -> tally.in(WorkFilter.LIVE);
            case CLOSED -> tally.in(TaskState.Closed.LABEL);
            case ALL -> tally.all();
        };
    }

    private static List<TasksPage.State> states(TaskQuery query, WorkTally tally) {
        return Stream.concat(WorkFilter.LIVE.stream(), Stream.of(TaskState.Closed.LABEL))
                .map(state -> new TasksPage.State(
                        state, tally.in(state), query.in(state).link(), query.ticked(state)))
                .toList();
    }

    /** The lists that are asked, and the one that is looked for. */
    private List<Option> lists(TaskQuery query, Rows rows) {
        List<ListId> asked = sources.setup().selection().asked().stream()
                .map(ChosenList::id)
                .sorted()
                .toList();
        List<ListId> all = new ArrayList<>(asked);
        ListId.parse(query.list()).filter(list -> !asked.contains(list)).ifPresent(all::add);
        return all.stream()
                .map(list ->
                        new Option(list.value(), rows.name(list), list.value().equals(query.list())))
                .toList();
    }

    private static List<Option> options(Stream<String> values, String chosen) {
        return values.map(value -> new Option(value, value, value.equals(chosen)))
                .toList();
    }
}
