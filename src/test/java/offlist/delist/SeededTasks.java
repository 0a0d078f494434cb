package offlist.delist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import offlist.ready.Check;
import offlist.ready.Finding;
import offlist.ready.Result;
import offlist.store.Database;

/** Puts tasks into a store as if they had come about there. */
public final class SeededTasks {
    private static final Finding WORSE = new Finding(
            Check.HELO,
            "mta1.example.com",
            Result.BAD,
            "mta1.example.com has the address 192.0.2.99 and not 192.0.2.10.",
            "Let the name that the server says HELO with belong to the address.");

    private SeededTasks() {}

    public static void in(Database database, List<RemovalTask> tasks) {
        database.transact(tx -> tasks.forEach(task -> new TaskBook(tx)
                .open(
                        task,
                        task.covers().orElse(task.target().text()),
                        new TaskBook.Change("offlist", "opened", "", "seed-" + task.id(), task.openedAt()))));
    }

    /** A task in each state, and in each way of being blocked, of a task that is open. */
    public static List<RemovalTask> states(RemovalTask open, Instant now) {
        List<RemovalTask> all = new ArrayList<>();
        RemovalTask ready = in(open, "ready", new TaskState.Ready(), now);
        all.add(in(open, "open", new TaskState.Open(), now));
        all.add(settled(open, "preparing", now, TaskSamples.UNCLEAR));
        all.add(settled(open, "blocked", now, TaskSamples.BAD, WORSE, TaskSamples.UNCLEAR, TaskSamples.GOOD));
        all.add(settled(ready, "ready", now, TaskSamples.GOOD));
        RemovalTask asked = TaskSamples.after(
                settled(open, "requested", now, TaskSamples.GOOD), TaskSamples.ASK, now.minus(Duration.ofHours(1)));
        all.add(asked);
        all.add(TaskSamples.after(
                named(asked, "waiting"), new TaskAction.Acknowledged("#42"), now.minus(Duration.ofHours(1))));
        all.add(in(asked, "overdue", new TaskState.Overdue(Optional.of(now.minus(Duration.ofDays(1)))), now));
        all.add(TaskSamples.after(named(ready, "closed"), new TaskAction.Withdraw("retired"), now));
        all.add(in(
                named(ready, "delisted"),
                "delisted",
                new TaskState.Closed(TaskState.Ending.DELISTED, now.minus(Duration.ofHours(2)), "T-9"),
                now));
        // Asked, gone, and listed again before the list wants to hear of it.
        RemovalTask again = named(asked, "paused");
        RemovalTask listedAgain = new RemovalTask(
                again.id(),
                again.listing(),
                again.target(),
                again.covers(),
                again.list(),
                again.pools(),
                again.severity(),
                again.reason(),
                new TaskState.Open(),
                now.minusSeconds(60),
                now,
                again.plan(),
                again.dossier().again(again.dossier().text(), again.dossier().codes()));
        all.add(settled(listedAgain, "paused", now, TaskSamples.GOOD));
        return all;
    }

    /** The same by the names in their ids. */
    public static Map<String, RemovalTask> byName(Instant now) {
        Map<String, RemovalTask> tasks = new TreeMap<>();
        states(open(), now)
                .forEach(task ->
                        tasks.put(task.id().substring(RemovalTask.idFor("").length()), task));
        return tasks;
    }

    public static RemovalTask one(String name, Instant now) {
        return Objects.requireNonNull(byName(now).get(name), name);
    }

    private static RemovalTask settled(RemovalTask task, String id, Instant now, Finding... findings) {
        RemovalTask named = named(task, id);
        return Moves.settle(named.with(named.dossier().looked(List.of(findings), now), now), now);
    }

    private static RemovalTask in(RemovalTask task, String id, TaskState state, Instant now) {
        return named(task, id).in(state, now);
    }

    /** The same task under another id. */
    public static RemovalTask named(RemovalTask task, String id) {
        return copy(task, RemovalTask.idFor(id), id, task.covers());
    }

    /** An open task of a target on a list. */
    public static RemovalTask open() {
        return TaskSamples.open();
    }

    /** The same one as a task of a range. */
    public static RemovalTask covering(RemovalTask task, String range) {
        return copy(task, task.id(), task.listing(), Optional.of(range));
    }

    private static RemovalTask copy(RemovalTask task, String id, String listing, Optional<String> covers) {
        return new RemovalTask(
                id,
                listing,
                task.target(),
                covers,
                task.list(),
                task.pools(),
                task.severity(),
                task.reason(),
                task.state(),
                task.openedAt(),
                task.updatedAt(),
                task.plan(),
                task.dossier());
    }
}
