package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import offlist.dns.ResolverId;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;

/** People who asked for a check and wait for what it says. */
final class Waiters {
    private static final ResolverId NONE = new ResolverId("none");

    private final Map<Pair, List<CompletableFuture<Observation>>> waiting = new HashMap<>();

    CompletableFuture<Observation> wait(Pair pair) {
        CompletableFuture<Observation> answer = new CompletableFuture<>();
        waiting.computeIfAbsent(pair, p -> new ArrayList<>()).add(answer);
        return answer;
    }

    void tell(Observation observation) {
        List<CompletableFuture<Observation>> answers = waiting.remove(observation.pair());
        if (answers != null) {
            answers.forEach(answer -> answer.complete(observation));
        }
    }

    /** Nobody will ask any more: the list is dropped, or the target left. Whoever waits is told that nothing is known. */
    void giveUp(Predicate<Pair> which, Instant now) {
        waiting.keySet().stream().filter(which).toList().forEach(pair -> tell(unknown(pair, now)));
    }

    private static Observation unknown(Pair pair, Instant now) {
        Verdict verdict = new Verdict.Failed(Verdict.Cause.TIMEOUT);
        return new Observation(pair, verdict, NONE, now, Duration.ZERO, "not asked any more");
    }
}
