package offlist.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import offlist.probe.Observation;
import offlist.probe.Pair;

/** People who asked for a check and wait for what it says. */
final class Waiters {
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
}
