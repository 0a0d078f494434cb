package offlist.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import offlist.catalogue.ListId;
import offlist.dns.ResolverId;
import offlist.pool.Target;
import offlist.probe.Explanation;
import offlist.probe.Health;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import offlist.testing.Sample;

/** Finds everybody off every list, but for spamcop, which does not answer. */
final class SampleChecks implements Checks {
    private static final ResolverId RESOLVER = new ResolverId("127.0.0.1:53");

    final List<Pair> asked = new ArrayList<>();
    final List<Target> named = new ArrayList<>();

    @Override
    public CompletionStage<List<Observation>> checkNow(Collection<Target> targets, Set<ListId> lists) {
        List<Observation> seen = targets.stream()
                .flatMap(target -> lists.stream().map(list -> new Pair(target, list)))
                .map(this::observe)
                .toList();
        return CompletableFuture.completedFuture(seen);
    }

    @Override
    public void named(Collection<Target> targets) {
        named.addAll(targets);
    }

    @Override
    public CompletionStage<Explanation> explain(Target target, ListId list) {
        Observation seen = observe(new Pair(target, list));
        List<Explanation.Step> steps = List.of(
                new Explanation.Step("question", "10.2.0.192.bl.spamcop.net A"),
                new Explanation.Step("answer", seen.raw()));
        return CompletableFuture.completedFuture(
                new Explanation(seen.pair(), RESOLVER, steps, seen.verdict(), Health.HEALTHY));
    }

    private Observation observe(Pair pair) {
        asked.add(pair);
        boolean silent = pair.list().value().equals("spamcop");
        Verdict verdict =
                silent ? new Verdict.Failed(Verdict.Cause.TIMEOUT) : new Verdict.NotListed(Duration.ofMinutes(5));
        return new Observation(
                pair, verdict, RESOLVER, Sample.NOW, Duration.ofMillis(20), silent ? "timeout" : "NXDOMAIN");
    }
}
