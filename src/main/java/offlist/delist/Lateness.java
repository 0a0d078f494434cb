package offlist.delist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import offlist.pool.PoolName;
import offlist.track.Trouble;

/** That a list should have let go by now, for the alert routes. */
final class Lateness {
    private Lateness() {}

    static Trouble of(RemovalTask task, boolean late, String id, Instant at) {
        String what = "Removal of " + task.target().text() + " from " + task.list();
        return new Trouble(
                id,
                at,
                Trouble.Kind.REMOVAL_TASK,
                task.id(),
                !late,
                late ? what + " is overdue" : what + " is not overdue any more",
                late ? lines(task) : List.of(),
                labels(task));
    }

    private static List<String> lines(RemovalTask task) {
        List<String> lines = new ArrayList<>();
        if (task.state() instanceof TaskState.Overdue overdue) {
            overdue.due().ifPresent(due -> lines.add("The list should have let go by " + due + "."));
        }
        task.dossier()
                .lastRequest()
                .filter(last -> task.asked())
                .ifPresentOrElse(
                        last -> lines.add("It was asked on " + last.at() + " by " + last.by()
                                + (last.reference().isEmpty()
                                        ? "."
                                        : ", who got the reference " + last.reference() + ".")),
                        () -> lines.add("It was not asked: the entry was to go by itself. Is its cause gone?"));
        task.askAgainAt().ifPresent(again -> lines.add("It may be asked again from " + again + " on."));
        return lines;
    }

    private static Map<String, List<String>> labels(RemovalTask task) {
        return Map.of(
                "list", List.of(task.list().value()),
                "pool", task.pools().stream().map(PoolName::value).toList(),
                "severity", List.of(task.severity().label()),
                "reason", List.of(task.reason()),
                "address", List.of(task.target().text()));
    }
}
