package offlist.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.catalogue.ListId;
import offlist.delist.Actor;
import offlist.delist.Dossier;
import offlist.delist.Obstacle;
import offlist.delist.RemovalPlan;
import offlist.delist.RemovalTask;
import offlist.delist.TaskAction;
import offlist.delist.TaskDesk;
import offlist.delist.TaskFilter;
import offlist.delist.TaskOpener;
import offlist.delist.TaskState;
import offlist.delist.TaskStep;
import offlist.delist.WorkFilter;
import offlist.delist.WorkTally;
import offlist.draft.Requests;
import offlist.pool.Target;
import offlist.testing.Sample;
import offlist.track.CloseReason;
import offlist.track.Listing;

/** One task for each listing of the sample. */
final class SampleShelf implements TaskShelf {
    private final List<RemovalTask> tasks = Stream.concat(Sample.open().stream(), Sample.closed().stream())
            .map(SampleShelf::task)
            .toList();

    @Override
    public List<RemovalTask> find(TaskFilter filter, Optional<String> cursor, int limit) {
        return tasks.stream()
                .filter(task -> filter.state().map(task.state().label()::equals).orElse(true))
                .filter(task -> filter.list().map(task.list()::equals).orElse(true))
                .filter(task -> filter.pool().map(task.pools()::contains).orElse(true))
                .filter(task -> filter.target().map(task.target()::equals).orElse(true))
                .dropWhile(task -> cursor.filter(id -> !task.id().equals(id)).isPresent())
                .skip(cursor.isPresent() ? 1 : 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Requests.Result mail(RemovalTask task, String by, boolean send) {
        return new Requests.Result.NotSent(Obstacle.of("the sample sends nothing"));
    }

    @Override
    public Optional<RemovalTask> byId(String id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    @Override
    public Optional<RemovalTask> byListing(String listing) {
        return tasks.stream().filter(task -> task.listing().equals(listing)).findFirst();
    }

    @Override
    public List<RemovalTask> work(WorkFilter filter, int from, int limit) {
        return matching(filter)
                .filter(task -> filter.states().isEmpty()
                        || filter.states().contains(task.state().label()))
                .skip(from)
                .limit(limit)
                .toList();
    }

    @Override
    public WorkTally tally(WorkFilter filter) {
        return new WorkTally(
                matching(filter)
                        .collect(Collectors.groupingBy(task -> task.state().label(), Collectors.counting())),
                0);
    }

    private Stream<RemovalTask> matching(WorkFilter filter) {
        return tasks.stream()
                .filter(task -> filter.list().map(task.list()::equals).orElse(true))
                .filter(task -> filter.pool().map(task.pools()::contains).orElse(true))
                .filter(task -> filter.target().map(task.target()::equals).orElse(true))
                .filter(task -> filter.severity().map(task.severity()::equals).orElse(true));
    }

    @Override
    public List<TaskDesk.Step> history(String id, int most) {
        return byId(id).stream()
                .map(task -> new TaskDesk.Step(task.openedAt(), "offlist", "opened", "open", ""))
                .toList();
    }

    @Override
    public TaskDesk.Done act(String id, TaskAction action, String by) {
        return byId(id).isPresent()
                ? new TaskDesk.Done.Refused(new Obstacle("these tasks are for looking at", Optional.empty()))
                : new TaskDesk.Done.Unknown();
    }

    @Override
    public TaskOpener.Opened open(Target target, ListId list, String by, String note) {
        return tasks.stream()
                .filter(task -> task.target().equals(target) && task.list().equals(list))
                .filter(task -> task.state() instanceof TaskState.Live)
                .findFirst()
                .<TaskOpener.Opened>map(TaskOpener.Opened.Already::new)
                .orElseGet(TaskOpener.Opened.NotListed::new);
    }

    private static RemovalTask task(Listing listing) {
        TaskState state = listing.closedAt()
                .map(at -> (TaskState) new TaskState.Open()
                        .close(
                                listing.closedBecause().orElse(CloseReason.DELISTED),
                                false,
                                at,
                                "T-" + listing.id() + "-2"))
                .orElseGet(TaskState.Open::new);
        Optional<Instant> expires =
                listing.id().equals("L1") ? Optional.of(Sample.NOW.plus(Duration.ofHours(46))) : Optional.empty();
        return new RemovalTask(
                RemovalTask.idFor(listing.id()),
                listing.id(),
                listing.target(),
                listing.covers(),
                listing.list(),
                listing.pools(),
                listing.severity(),
                listing.reason(),
                state,
                listing.openedAt(),
                listing.openedAt(),
                plan(listing, expires),
                new Dossier(
                        listing.text(), listing.codes(), "", "", Optional.empty(), List.of(), List.of(), List.of(), 1));
    }

    private static RemovalPlan plan(Listing listing, Optional<Instant> expires) {
        String lookup =
                "https://check.example.org/query/ip/" + listing.target().text().replace(":", "%3A");
        return new RemovalPlan(
                List.of(
                        new TaskStep(
                                TaskStep.Kind.LOOK_UP,
                                "Look the address up at the list",
                                Optional.of(URI.create(lookup))),
                        new TaskStep(
                                TaskStep.Kind.FIX_CAUSE,
                                "Stop the stream, find the customer or campaign",
                                Optional.empty()),
                        new TaskStep(
                                TaskStep.Kind.PREPARE,
                                "Fix HELO, reverse DNS, authentication, list hygiene",
                                Optional.empty()),
                        new TaskStep(
                                TaskStep.Kind.ASK, "Ask for removal", Optional.of(URI.create("javascript:alert(1)")))),
                List.of("Removal without a fix relists within hours", "Never pay for a removal"),
                Actor.OPERATOR,
                "minutes to an hour after an accepted self-removal",
                "self-removals are limited",
                expires,
                RemovalPlan.Terms.NONE);
    }
}
