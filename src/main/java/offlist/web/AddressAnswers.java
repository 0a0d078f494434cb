package offlist.web;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import offlist.bounce.RefusalFilter;
import offlist.bounce.Refusals;
import offlist.delist.RemovalTask;
import offlist.delist.TaskFilter;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.track.PairStatus;
import offlist.track.Transition;
import offlist.web.Problem.Kind;

/** All that is known of one address. */
final class AddressAnswers {
    private static final int HISTORY = 100;
    private static final int REFUSALS = 20;

    private final Sources sources;

    AddressAnswers(Sources sources) {
        this.sources = sources;
    }

    AddressView address(String text, Refusals refusals) {
        Known known = known(text);
        return new AddressView(
                known.target().text(),
                known.pools(),
                known.pairs().stream().map(PairView::of).toList(),
                known.history().stream().map(TransitionView::of).toList(),
                known.tasks().stream().map(TaskView::of).toList(),
                refusals(known.target(), refusals));
    }

    private static List<RefusalView> refusals(Target target, Refusals refusals) {
        return target instanceof IpAddress address
                ? refusals.find(RefusalFilter.of(address), Optional.empty(), REFUSALS).stream()
                        .map(RefusalView::of)
                        .toList()
                : List.of();
    }

    /** One that left every pool is known as long as it has a history. */
    Known known(String text) {
        Target target = Wanted.target(text);
        Optional<SortedSet<PoolName>> pools = sources.board().now().pool().pools(target);
        List<Transition> history = sources.journal().history(target, HISTORY);
        if (pools.isEmpty() && history.isEmpty()) {
            throw new ProblemException(Kind.UNKNOWN_ADDRESS, target.text() + " is in no pool and never was listed");
        }
        return new Known(
                target,
                pools.stream().flatMap(in -> in.stream().map(PoolName::value)).toList(),
                sources.board().pairs(target),
                history,
                sources.tasks().find(of(target), Optional.empty(), HISTORY));
    }

    private static TaskFilter of(Target target) {
        return new TaskFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(target));
    }

    /** @param history newest first */
    record Known(
            Target target,
            List<String> pools,
            List<PairStatus> pairs,
            List<Transition> history,
            List<RemovalTask> tasks) {}
}
