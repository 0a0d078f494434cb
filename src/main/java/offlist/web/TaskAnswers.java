package offlist.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.delist.RemovalTask;
import offlist.delist.TaskDesk;
import offlist.delist.TaskFilter;
import offlist.delist.TaskOpener;
import offlist.delist.TaskState;
import offlist.draft.Drafts;
import offlist.pool.Target;
import offlist.web.Problem.Kind;

/** Removal tasks. */
final class TaskAnswers {
    private final Sources sources;
    private final Wanted wanted;
    private final Drafts drafts;

    TaskAnswers(Sources sources) {
        this.sources = sources;
        this.wanted = new Wanted(sources.setup());
        this.drafts = new Drafts(
                () -> sources.setup().selection().catalogue(),
                () -> sources.setup().removal());
    }

    Page<TaskView> tasks(TaskFilter filter, Optional<String> cursor, int limit) {
        return Page.of(sources.tasks().find(filter, cursor, limit + 1), limit, RemovalTask::id, TaskView::of);
    }

    TaskView task(String id) {
        return TaskView.of(found(id));
    }

    DraftView draft(String id) {
        return draft(found(id));
    }

    DraftView draft(RemovalTask task) {
        return DraftView.of(drafts.of(task));
    }

    MailView mail(String id, JsonBody body) {
        String author = TaskRequest.words(body.needed("author"));
        JsonNode send = body.root().path("send");
        if (!send.isMissingNode() && !send.isBoolean()) {
            throw JsonBody.bad("`send` is true or false");
        }
        return MailView.of(sources.tasks().mail(found(id), author, send.booleanValue()));
    }

    private RemovalTask found(String id) {
        return sources.tasks()
                .byId(id)
                .orElseThrow(() -> new ProblemException(Kind.UNKNOWN_TASK, "there is no task " + Wanted.shown(id)));
    }

    TaskOpened open(JsonBody body) {
        Target target = Wanted.target(body.needed("address"));
        ListId list = wanted.listOrReceiver(Optional.of(body.needed("list"))).orElseThrow();
        String author = TaskRequest.words(body.needed("author"));
        String note = body.text("note").map(TaskRequest::words).orElse("");
        return switch (sources.tasks().open(target, list, author, note)) {
            case TaskOpener.Opened.Already there -> new TaskOpened(TaskView.of(there.task()), false);
            case TaskOpener.Opened.Now now -> new TaskOpened(TaskView.of(now.task()), true);
            case TaskOpener.Opened.Refused refused ->
                throw new ProblemException(
                        Kind.TASK_DECLINES, refused.obstacle().words());
            case TaskOpener.Opened.NotListed not ->
                throw new ProblemException(
                        Kind.NOT_LISTED,
                        "`" + list + "` does not list " + target.text() + " as far as is known; ask it now with `POST"
                                + " /api/v1/checks`");
        };
    }

    /** @param opened else it was open already */
    record TaskOpened(TaskView task, boolean opened) {}

    TaskView act(String id, TaskRequest asked) {
        return switch (sources.tasks().act(task(id).id(), asked.action(), asked.author())) {
            case TaskDesk.Done.Now done -> TaskView.of(done.task());
            case TaskDesk.Done.Refused refused ->
                throw new ProblemException(
                        Kind.TASK_DECLINES, refused.obstacle().words());
            case TaskDesk.Done.Unknown unknown ->
                throw new ProblemException(Kind.UNKNOWN_TASK, "there is no task " + Wanted.shown(id));
        };
    }

    Page<TaskDesk.Step> history(String id, int limit) {
        return Page.whole(sources.tasks().history(task(id).id(), limit));
    }

    /** @param open the same in fewer words */
    static Optional<String> state(Optional<String> given, Optional<String> open) {
        if (given.isPresent() && open.isPresent()) {
            throw new ProblemException(Kind.BAD_PARAMETER, "`open` stands instead of `state`, not beside it");
        }
        return state(given)
                .or(() -> Wanted.flag("open", open).map(live -> live ? TaskFilter.LIVE : TaskState.Closed.LABEL));
    }

    static Optional<String> state(Optional<String> given) {
        given.filter(state -> !TaskState.LABELS.contains(state) && !state.equals(TaskFilter.LIVE))
                .ifPresent(state -> {
                    throw Wanted.wrong(
                            "state", state, String.join(" or ", TaskState.LABELS) + " or " + TaskFilter.LIVE);
                });
        return given;
    }
}
