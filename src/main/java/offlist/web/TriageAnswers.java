package offlist.web;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import offlist.bounce.Block;
import offlist.bounce.RefusalDesk;
import offlist.catalogue.ListId;
import offlist.delist.RemovalTask;
import offlist.delist.TaskAction;
import offlist.delist.TaskDesk;
import offlist.delist.TaskFilter;
import offlist.delist.TaskOpener;
import offlist.pool.IpAddress;
import offlist.triage.Asked;
import offlist.triage.Case;
import offlist.triage.CaseFinder;
import offlist.triage.ListState;
import offlist.triage.Ticket;
import offlist.triage.Told;
import offlist.triage.Triage;
import offlist.triage.TriageDesk;
import offlist.triage.Whose;
import offlist.web.Problem.Kind;

/** Looks into refusals for somebody, and sends what was found where removal tasks go. */
final class TriageAnswers {
    private static final Set<Whose> RECEIVERS = Set.of(Whose.RECEIVER, Whose.DISAGREEMENT);
    private static final int LONGEST_NOTE = 8000;

    private final CaseFinder cases;
    private final TriageDesk triage;
    private final RefusalDesk refusals;
    private final TaskShelf tasks;

    TriageAnswers(CaseFinder cases, TriageDesk triage, RefusalDesk refusals, TaskShelf tasks) {
        this.cases = cases;
        this.triage = triage;
        this.refusals = refusals;
        this.tasks = tasks;
    }

    TriageView look(TriageRequest request) {
        Triage found = triage.look(known(request.asked()));
        Optional<String> task = request.author().map(author -> send(found, Ticket.of(found, request.mask()), author));
        return TriageView.of(found, request.mask(), task);
    }

    private Case known(Asked asked) {
        Case found = cases.of(asked);
        if (asked.refusal().isPresent() && found.told().isEmpty()) {
            throw new ProblemException(
                    Kind.UNKNOWN_REFUSAL,
                    "no refusal " + Wanted.shown(asked.refusal().get()) + " is kept");
        }
        if (found.told().isEmpty()
                && found.address().isEmpty()
                && found.domain().isEmpty()) {
            throw JsonBody.bad(
                    "nobody refuses anything in this text; paste the whole message that came back, or name an"
                            + " address and a recipient");
        }
        return found;
    }

    /** A note on the task of the listing or block that is behind it; a receiver's block is opened for it. */
    private String send(Triage found, Ticket ticket, String author) {
        RemovalTask task = task(found, author)
                .orElseThrow(() -> new ProblemException(
                        Kind.NOT_LISTED,
                        "there is no removal task to add it to: nothing lists the address, and no receiver refuses it"
                                + " by its own judgement. Copy the text instead"));
        String note = ticket.text().length() <= LONGEST_NOTE
                ? ticket.text()
                : ticket.text().substring(0, LONGEST_NOTE) + "…";
        return switch (tasks.act(task.id(), new TaskAction.Note(note), author)) {
            case TaskDesk.Done.Now done -> done.task().id();
            case TaskDesk.Done.Refused refused ->
                throw new ProblemException(
                        Kind.TASK_DECLINES, refused.obstacle().words());
            case TaskDesk.Done.Unknown gone ->
                throw new ProblemException(Kind.UNKNOWN_TASK, "the task " + task.id() + " is gone");
        };
    }

    private Optional<RemovalTask> task(Triage found, String author) {
        Optional<IpAddress> address = found.about().address();
        Optional<RemovalTask> standing = address.flatMap(known -> lists(found).stream()
                .flatMap(list -> live(known, list).stream())
                .findFirst());
        return standing.or(() -> RECEIVERS.contains(found.conclusion().whose())
                ? found.about()
                        .told()
                        .flatMap(Told::id)
                        .flatMap(refusals::block)
                        .flatMap(block -> opened(block, author))
                : Optional.empty());
    }

    /** Those that the refusal names and that list the address first. */
    private static Set<ListId> lists(Triage found) {
        Set<ListId> lists = new LinkedHashSet<>();
        found.about().told().ifPresent(told -> lists.addAll(told.known()));
        found.listed().stream().map(ListState::list).forEach(lists::add);
        return lists;
    }

    private Optional<RemovalTask> live(IpAddress address, ListId list) {
        TaskFilter filter =
                new TaskFilter(Optional.of(TaskFilter.LIVE), Optional.empty(), Optional.of(list), Optional.of(address));
        return tasks.find(filter, Optional.empty(), 1).stream().findFirst();
    }

    private Optional<RemovalTask> opened(Block block, String author) {
        return switch (tasks.open(block.address(), block.receiver(), author, "")) {
            case TaskOpener.Opened.Already standing -> Optional.of(standing.task());
            case TaskOpener.Opened.Now fresh -> Optional.of(fresh.task());
            case TaskOpener.Opened.Refused refused ->
                throw new ProblemException(
                        Kind.TASK_DECLINES, refused.obstacle().words());
            // It ended just now.
            case TaskOpener.Opened.NotListed over -> Optional.empty();
        };
    }
}
