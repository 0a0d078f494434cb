package offlist.web;

import java.util.List;

/**
 * An address as programs see it; {@code pools} and {@code lists} are empty when it has left every pool.
 *
 * @param refusals the latest, newest first; {@code GET /refusals} has all
 */
public record AddressView(
        String address,
        List<String> pools,
        List<PairView> lists,
        List<TransitionView> history,
        List<TaskView> tasks,
        List<RefusalView> refusals) {
    public AddressView {
        pools = List.copyOf(pools);
        lists = List.copyOf(lists);
        history = List.copyOf(history);
        tasks = List.copyOf(tasks);
        refusals = List.copyOf(refusals);
    }
}
