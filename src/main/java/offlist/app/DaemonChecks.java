package offlist.app;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import offlist.catalogue.ListId;
import offlist.pool.Target;
import offlist.probe.AskedList;
import offlist.probe.Explanation;
import offlist.probe.Observation;
import offlist.web.Checks;

/** Checks that people ask for, in the lanes of the daemon. */
record DaemonChecks(Daemon daemon) implements Checks {
    @Override
    public CompletionStage<List<Observation>> checkNow(Collection<Target> targets, Set<ListId> lists) {
        return daemon.check(targets, lists);
    }

    @Override
    public void named(Collection<Target> targets) {
        daemon.named(targets);
    }

    @Override
    public CompletionStage<Explanation> explain(Target target, ListId list) {
        AskedList asked = WatchedLists.of(daemon.settings().settings()).stream()
                .filter(watched -> watched.id().equals(list))
                .findFirst()
                .orElseThrow()
                .asked();
        return daemon.explain(asked, target);
    }
}
