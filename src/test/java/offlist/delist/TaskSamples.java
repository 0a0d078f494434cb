package offlist.delist;

import static offlist.alert.Events.T0;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.alert.Events;
import offlist.catalogue.RemovalMethod;
import offlist.ready.Check;
import offlist.ready.Finding;
import offlist.ready.Result;

/** Tasks in every state. */
final class TaskSamples {
    static final Duration PAUSE = Duration.ofDays(30);
    static final Duration USUAL = Duration.ofDays(2);
    static final Finding GOOD = new Finding(Check.PTR, "192.0.2.10", Result.GOOD, "it has a name", "");
    static final Finding BAD =
            new Finding(Check.PTR, "192.0.2.10", Result.BAD, "192.0.2.10 has no name", "give it one");
    static final Finding UNCLEAR =
            new Finding(Check.SPF, "example.com", Result.UNKNOWN, "no answer for example.com TXT", "look again");
    static final TaskAction.Asked ASK = new TaskAction.Asked(RemovalMethod.SELF_SERVICE, "", "", false);

    private TaskSamples() {}

    static RemovalTask open() {
        return open(Actor.OPERATOR);
    }

    static RemovalTask open(Actor actor) {
        RemovalPlan plan = new RemovalPlan(
                List.of(new TaskStep(TaskStep.Kind.WAIT, "Wait", Optional.empty())),
                List.of(),
                actor,
                "",
                "",
                Optional.of(T0.plus(Duration.ofDays(7))),
                new RemovalPlan.Terms(Optional.of(PAUSE), Optional.of(USUAL)));
        return RemovalTask.open(Events.listing("192.0.2.10"), plan, T0);
    }

    static RemovalTask looked(Instant at, Finding... findings) {
        RemovalTask task = open();
        return Moves.settle(task.with(task.dossier().looked(List.of(findings), at), at), at);
    }

    static RemovalTask after(RemovalTask task, TaskAction action, Instant at) {
        if (Moves.act(task, action, "ann", at) instanceof Moves.Move.Done done) {
            return done.task();
        }
        throw new AssertionError(action + " is refused in " + task.state());
    }
}
