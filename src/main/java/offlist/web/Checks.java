package offlist.web;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import offlist.catalogue.ListId;
import offlist.pool.Target;
import offlist.probe.Explanation;
import offlist.probe.Observation;

/** Asks lists now, within what they allow. */
public interface Checks {
    /** Completes with one observation for each target and each of the lists that takes its kind. */
    CompletionStage<List<Observation>> checkNow(Collection<Target> targets, Set<ListId> lists);

    /**
     * Somebody else's alerts name these targets: all lists that leave room for it are asked before their turn comes, unless
     * they have just been. A program has said so and no person waits, so it is not as urgent as {@link #checkNow}.
     */
    void named(Collection<Target> targets);

    /** Asks one list about one target and keeps every step of it. */
    CompletionStage<Explanation> explain(Target target, ListId list);
}
