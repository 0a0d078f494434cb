package offlist.app;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ListId;
import offlist.catalogue.Selection;
import offlist.delist.TaskCount;
import offlist.delist.TaskState;
import offlist.metrics.Readings;

/**
 * Removal tasks by state: at each list that is asked, zeros too, and wherever else a task is live. That is at receivers that
 * refuse by their own judgement, and at lists that are asked no more; they leave with their last live task, as what has been
 * is without end there.
 */
final class TaskReadings {
    private static final String CLOSED = "closed";

    private TaskReadings() {}

    static List<Readings.TaskCount> of(List<TaskCount> counts, Selection selection) {
        Map<String, Long> known = new HashMap<>();
        counts.forEach(count -> known.put(key(count.list(), count.state()), count.tasks()));
        Set<ListId> shown = new LinkedHashSet<>(
                selection.asked().stream().map(ChosenList::id).toList());
        counts.stream()
                .filter(count -> !count.state().equals(CLOSED))
                .map(TaskCount::list)
                .forEach(shown::add);
        return shown.stream()
                .flatMap(list -> TaskState.LABELS.stream()
                        .map(state -> new Readings.TaskCount(list, state, known.getOrDefault(key(list, state), 0L))))
                .toList();
    }

    private static String key(ListId list, String state) {
        return list + " " + state;
    }
}
