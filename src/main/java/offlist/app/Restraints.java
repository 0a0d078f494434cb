package offlist.app;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import offlist.catalogue.Because;
import offlist.probe.Verdict;
import offlist.schedule.Budget;
import offlist.schedule.Restraint;

/** Who is held back because they said that they are asked too often: all lists that share a limit, or one list. */
final class Restraints {
    private final Map<String, Restraint> restraints = new HashMap<>();

    /** Part of the pace that is left to a list. */
    double part(WatchedList list) {
        Restraint known = restraints.get(whose(list));
        return known == null ? 1 : known.part();
    }

    /** Takes a refusal; returns whether a pace changed by it. */
    boolean refused(WatchedList list, Verdict verdict, Instant now) {
        boolean tooOften = verdict instanceof Verdict.Refused refused
                && refused.hit()
                        .code()
                        .because()
                        .filter(Because.TOO_MANY_QUERIES::equals)
                        .isPresent();
        return tooOften
                && restraints
                        .computeIfAbsent(whose(list), who -> new Restraint())
                        .refused(Budget.nanos(now));
    }

    /** Time passes; returns whether a pace changed by it. */
    boolean passes(Iterable<WatchedList> lists, Predicate<WatchedList> taking, Instant now) {
        if (restraints.isEmpty()) {
            return false;
        }
        Map<String, Boolean> asking = new HashMap<>();
        lists.forEach(list -> asking.merge(whose(list), taking.test(list), Boolean::logicalOr));
        boolean changed = restraints.entrySet().stream()
                .map(entry -> entry.getValue().passes(asking.getOrDefault(entry.getKey(), false), Budget.nanos(now)))
                .collect(Collectors.toList())
                .contains(true);
        restraints.values().removeIf(restraint -> restraint.part() == 1);
        return changed;
    }

    private static String whose(WatchedList list) {
        return list.asking(0, 0, 1).whose();
    }
}
