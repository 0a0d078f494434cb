package offlist.app;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import offlist.probe.AskedList;
import offlist.probe.HealthProbe;
import offlist.schedule.Budget;
import offlist.schedule.Spend;
import offlist.track.Path;

/**
 * Counts test points against the budgets. Nobody knows beforehand how many questions a test takes, so the most that it can
 * take is counted when it begins, and what it did not ask is given back when it ends.
 */
final class TestSpending {
    private static final long SHORTEST = 1_000_000_000;

    private record Reserved(int questions, long at) {}

    private final Map<Path, Reserved> underWay = new HashMap<>();

    /** Whether there is room for a test. */
    boolean begin(Path path, AskedList list, Budget budget, Instant now) {
        int most = HealthProbe.mostQuestions(list, path.kind());
        long nanos = Budget.nanos(now);
        if (!budget.reserve(Spend.TEST, most, nanos)) {
            return false;
        }
        underWay.put(path, new Reserved(most, nanos));
        return true;
    }

    /** When there may be room for a test; never at once, as there is none now. */
    Instant room(Path path, AskedList list, Budget budget, Instant now) {
        long nanos = Budget.nanos(now);
        long ready = budget.readyAt(Spend.TEST, HealthProbe.mostQuestions(list, path.kind()), nanos);
        return now.plusNanos(Math.max(ready - nanos, SHORTEST));
    }

    void end(Path path, int asked, Budget budget) {
        Reserved reserved = underWay.remove(path);
        if (reserved != null && asked < reserved.questions) {
            budget.giveBack(reserved.questions - asked, reserved.at);
        }
    }

    void forget(offlist.catalogue.ListId list) {
        underWay.keySet().removeIf(path -> path.list().equals(list));
    }
}
