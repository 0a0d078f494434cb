package offlist.delist;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import offlist.catalogue.RemovalMethod;
import offlist.delist.Moves.Move;
import offlist.ready.Finding;

/**
 * What a person can do about a task now. Nothing here knows a rule: each action is tried, and what came of it is thrown away.
 *
 * @param all what would be done
 * @param waivable findings that somebody may say do not matter
 * @param whyNot why the list is not to be asked; empty where it can be, or where the task is closed
 */
public record Choices(Set<Choice> all, List<Finding> waivable, Optional<Obstacle> whyNot) {
    /** One of them. */
    public enum Choice {
        LOOK,
        EXPLAIN,
        WAIVE,
        ASK,
        /** Although something stands in the way. */
        ASK_ANYWAY,
        ACKNOWLEDGE,
        REFUSED,
        WITHDRAW,
        REOPEN,
        NOTE
    }

    public Choices {
        all = Set.copyOf(all);
        waivable = List.copyOf(waivable);
    }

    public static Choices of(RemovalTask task, Instant now) {
        List<Finding> waivable = Stream.concat(task.dossier().standing().stream(), task.dossier().unanswered().stream())
                .filter(finding -> tried(task, new TaskAction.Waive(finding.check(), finding.about(), ""), now)
                        instanceof Move.Done)
                .toList();
        Set<Choice> all = EnumSet.noneOf(Choice.class);
        Stream.of(Choice.values())
                .filter(choice -> choice == Choice.WAIVE ? !waivable.isEmpty() : possible(task, choice, now))
                .forEach(all::add);
        if (all.contains(Choice.ASK)) {
            all.remove(Choice.ASK_ANYWAY);
        }
        Optional<Obstacle> whyNot =
                task.state() instanceof TaskState.Live && tried(task, asked(false), now) instanceof Move.Not not
                        ? Optional.of(not.obstacle())
                        : Optional.empty();
        return new Choices(all, waivable, whyNot);
    }

    public boolean has(Choice choice) {
        return all.contains(choice);
    }

    private static boolean possible(RemovalTask task, Choice choice, Instant now) {
        return action(choice).map(action -> tried(task, action, now)).orElse(null) instanceof Move.Done;
    }

    private static Optional<TaskAction> action(Choice choice) {
        return switch (choice) {
            case LOOK -> Optional.of(new TaskAction.Look());
            case EXPLAIN -> Optional.of(new TaskAction.Explain("", ""));
            // Of a finding, and so tried with each.
            case WAIVE -> Optional.empty();
            case ASK -> Optional.of(asked(false));
            case ASK_ANYWAY -> Optional.of(asked(true));
            case ACKNOWLEDGE -> Optional.of(new TaskAction.Acknowledged(""));
            case REFUSED -> Optional.of(new TaskAction.Refused(""));
            case WITHDRAW -> Optional.of(new TaskAction.Withdraw(""));
            case REOPEN -> Optional.of(new TaskAction.Reopen(""));
            case NOTE -> Optional.of(new TaskAction.Note(""));
        };
    }

    private static TaskAction asked(boolean anyway) {
        return new TaskAction.Asked(RemovalMethod.SELF_SERVICE, "", "", anyway);
    }

    private static Move tried(RemovalTask task, TaskAction action, Instant now) {
        return Moves.act(task, action, "", now);
    }
}
