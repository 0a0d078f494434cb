package offlist.delist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.delist.TaskState.Closed;
import offlist.delist.TaskState.Live;
import offlist.delist.TaskState.Overdue;
import offlist.delist.TaskState.Pending;
import offlist.delist.TaskState.Preparing;
import offlist.delist.TaskState.Ready;
import offlist.delist.TaskState.Requested;
import offlist.delist.TaskState.Unasked;
import offlist.delist.TaskState.Waiting;
import offlist.ready.Finding;
import offlist.ready.Result;
import offlist.yaml.Durations;

/** What may become of a task when somebody does something about it. Nothing is kept here. */
final class Moves {
    private static final String NOBODY_ASKS = "nobody can ask this list: the entry goes with its cause and with time";

    private final RemovalTask task;
    private final String by;
    private final Instant now;

    private Moves(RemovalTask task, String by, Instant now) {
        this.task = task;
        this.by = by;
        this.now = now;
    }

    /** The task as it is then, or why not. */
    sealed interface Move {
        record Done(RemovalTask task) implements Move {}

        record Not(Obstacle obstacle) implements Move {}
    }

    static Move act(RemovalTask task, TaskAction action, String by, Instant now) {
        return new Moves(task, by, now).act(action);
    }

    /** Where a task that nobody has asked for stands, by all that is known now. */
    static RemovalTask settle(RemovalTask task, Instant now) {
        boolean askable = task.plan().actor() != Actor.NOBODY;
        return switch (task.state()) {
            case Unasked unasked
            when askable ->
                task.in(unasked.looked(blockers(task, now), task.dossier().unclear()), now);
            case Unasked unasked -> task.in(unasked.expect(task.plan().gone(task.openedAt())), now);
            // Nobody could ask when it began to wait; that has changed.
            case Waiting waiting when askable && !task.asked() -> settle(task.in(waiting.askable(), now), now);
            case Overdue late when askable && !task.asked() -> settle(task.in(late.askable(), now), now);
            default -> task;
        };
    }

    private static List<Blocker> blockers(RemovalTask task, Instant now) {
        List<Blocker> all = new ArrayList<>();
        task.dossier().standing().forEach(finding -> all.add(new Blocker(finding.evidence(), Optional.empty())));
        pause(task, now).ifPresent(all::add);
        return all;
    }

    private static Optional<Blocker> pause(RemovalTask task, Instant now) {
        return task.askAgainAt()
                .filter(now::isBefore)
                .map(at -> new Blocker(
                        "the list was asked on " + day(task) + " and wants no second request within "
                                + Durations.print(task.plan().terms().pause().orElse(Duration.ZERO)),
                        Optional.of(at)));
    }

    private static String day(RemovalTask task) {
        return task.dossier()
                .lastRequest()
                .map(request -> request.at().toString().substring(0, 10))
                .orElse("");
    }

    private Move act(TaskAction action) {
        return switch (action) {
            case TaskAction.Note note -> done(task.touched(now));
            case TaskAction.Explain told ->
                live(live -> done(task.with(task.dossier().explained(told.cause(), told.fix()), now)));
            case TaskAction.Look look -> look();
            case TaskAction.Waive waive -> waive(waive);
            case TaskAction.Asked asked -> ask(asked);
            case TaskAction.Unsent unsent -> unsent(unsent);
            case TaskAction.Acknowledged known -> acknowledged(known);
            case TaskAction.Refused refused -> refused();
            case TaskAction.Withdraw withdraw ->
                live(live -> done(task.in(live.giveUp(TaskState.Ending.WITHDRAWN, now), now)));
            case TaskAction.Reopen reopen -> reopen();
        };
    }

    private Move look() {
        return task.state() instanceof Unasked ? done(task.in(new Preparing(), now)) : not(notUnasked());
    }

    private String notUnasked() {
        return switch (task.state()) {
            case Closed closed -> "the task is closed";
            case Live live when task.asked() -> "the list was asked already; it is due to answer first";
            case Live live -> NOBODY_ASKS;
        };
    }

    private Move waive(TaskAction.Waive waive) {
        if (!(task.state() instanceof Unasked)) {
            return not(notUnasked());
        }
        Waiver waiver = new Waiver(waive.check(), waive.about(), by, now, waive.why());
        boolean known = task.dossier().findings().stream()
                .anyMatch(finding -> finding.result() != Result.GOOD && waiver.covers(finding));
        return known
                ? done(settle(task.with(task.dossier().waived(waiver), now), now))
                : not("there is no such finding that stands in the way");
    }

    private Move ask(TaskAction.Asked asked) {
        if (task.state() instanceof Pending && task.asked()) {
            return not("the list was asked on " + day(task) + " already; it is due to answer first");
        }
        if (task.state() instanceof Live && task.plan().actor() == Actor.NOBODY) {
            return not(NOBODY_ASKS);
        }
        RemovalTask unasked = task.state() instanceof Overdue late ? task.in(late.askable(), now) : task;
        if (unasked.state() instanceof Closed) {
            return not("the task is closed");
        }
        RemovalTask settled = settle(asked.anyway() ? waivedAll(unasked) : unasked, now);
        return settled.state() instanceof Ready ready
                ? done(settled.with(settled.dossier().requested(request(asked)), now)
                        .in(ready.request(Optional.of(task.plan().due(now))), now))
                : new Move.Not(obstacle(settled));
    }

    private Request request(TaskAction.Asked asked) {
        return new Request(now, by, asked.how(), asked.reference(), asked.note());
    }

    private RemovalTask waivedAll(RemovalTask from) {
        Dossier dossier = from.dossier();
        for (Finding finding : dossier.findings()) {
            if (finding.result() != Result.GOOD && !dossier.waived(finding)) {
                dossier = dossier.waived(
                        new Waiver(finding.check(), finding.about(), by, now, "the list was asked all the same"));
            }
        }
        return from.with(dossier.lookedAt().isPresent() ? dossier : dossier.looked(List.of(), now), now);
    }

    private static Obstacle obstacle(RemovalTask settled) {
        if (!(settled.state() instanceof TaskState.Blocked blocked)) {
            return Obstacle.of(
                    "it is not known yet whether the list would let go; look again in a moment, or ask anyway");
        }
        String why = blocked.by().stream().map(Blocker::text).collect(Collectors.joining("; "));
        return new Obstacle(
                why, blocked.by().stream().flatMap(by -> by.until().stream()).max(Instant::compareTo));
    }

    private Move unsent(TaskAction.Unsent unsent) {
        boolean known = task.dossier()
                .lastRequest()
                .filter(last -> last.reference().equals(unsent.reference()))
                .isPresent();
        if (!(task.state() instanceof Requested requested) || !known) {
            return not("there is no such request");
        }
        RemovalTask back = task.with(task.dossier().unrequested(unsent.reference()), now);
        return done(settle(back.in(requested.unsent(), now), now));
    }

    private Move acknowledged(TaskAction.Acknowledged known) {
        RemovalTask named = task.with(task.dossier().acknowledged(known.reference()), now);
        Optional<Instant> due = Optional.of(task.plan().due(now));
        return switch (task.state()) {
            case Requested requested -> done(named.in(requested.acknowledged(due), now));
            case Overdue late when task.asked() -> done(named.in(late.acknowledged(due), now));
            default -> not("no request waits for a word of the list");
        };
    }

    private Move refused() {
        return switch (task.state()) {
            case Pending pending when task.asked() -> done(task.in(pending.giveUp(TaskState.Ending.REFUSED, now), now));
            case Overdue late when task.asked() -> done(task.in(late.giveUp(TaskState.Ending.REFUSED, now), now));
            default -> not("no request waits for a word of the list");
        };
    }

    private Move reopen() {
        if (!(task.state() instanceof Closed closed)) {
            return not("the task is not closed");
        }
        return closed.proof().isEmpty()
                ? done(settle(task.in(closed.reopen(), now), now))
                : not("the listing is over; if the address is listed again, the task opens by itself");
    }

    private interface OfLive {
        Move apply(Live live);
    }

    private Move live(OfLive move) {
        return task.state() instanceof Live live ? move.apply(live) : not("the task is closed");
    }

    private static Move done(RemovalTask task) {
        return new Move.Done(task);
    }

    private static Move not(String why) {
        return new Move.Not(Obstacle.of(why));
    }
}
