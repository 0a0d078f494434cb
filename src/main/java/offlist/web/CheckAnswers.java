package offlist.web;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ListId;
import offlist.pool.Target;
import offlist.probe.Observation;
import offlist.track.PairStatus;
import offlist.web.Problem.Kind;

/** Checks that somebody asks for now. */
final class CheckAnswers {
    static final int MOST_TARGETS = 256;

    private static final int MOST_PAIRS = 2_000;
    private static final int LONGEST_SECONDS = 30;

    private final Sources sources;

    CheckAnswers(Sources sources) {
        this.sources = sources;
    }

    CompletionStage<Page<CheckView>> check(CheckRequest request) {
        Set<Target> targets = targets(request);
        Set<ListId> lists = lists(request);
        if ((long) targets.size() * lists.size() > MOST_PAIRS) {
            throw new ProblemException(
                    Kind.TOO_LARGE,
                    targets.size() + " targets on " + lists.size() + " lists are more than the " + MOST_PAIRS
                            + " questions one request may cause; ask for fewer");
        }
        return inTime(sources.checks().checkNow(targets, lists))
                // Not on the thread that answers: it is the one that is asked what is remembered.
                .thenApplyAsync(this::views);
    }

    private static Set<Target> targets(CheckRequest request) {
        List<String> given = request.targets();
        if (given.isEmpty() || given.size() > MOST_TARGETS) {
            throw new ProblemException(
                    Kind.BAD_BODY, "`targets` holds 1 to " + MOST_TARGETS + " addresses, not " + given.size());
        }
        return given.stream().map(Wanted::target).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<ListId> lists(CheckRequest request) {
        List<String> given = request.lists();
        if (given.isEmpty()) {
            return sources.setup().selection().asked().stream()
                    .map(ChosenList::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        Wanted wanted = new Wanted(sources.setup());
        return given.stream().map(id -> wanted.asked(id).id()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static <T> CompletableFuture<T> inTime(CompletionStage<T> answer) {
        return answer.toCompletableFuture()
                .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(words(failure)));
    }

    private static Throwable words(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof TimeoutException
                ? new ProblemException(
                        Kind.TOOK_TOO_LONG,
                        "the lists did not all answer within " + LONGEST_SECONDS
                                + " seconds; the questions stay in the queue and the pages show their answers")
                : cause;
    }

    private Page<CheckView> views(List<Observation> seen) {
        Map<Target, List<PairStatus>> known = new HashMap<>();
        return Page.whole(seen.stream()
                .map(each -> CheckView.of(each, known(each, known)))
                .toList());
    }

    /** Only of what nobody can tell now. */
    private Optional<PairStatus> known(Observation seen, Map<Target, List<PairStatus>> known) {
        return seen.verdict().definite()
                ? Optional.empty()
                : known.computeIfAbsent(seen.pair().target(), sources.board()::pairs).stream()
                        .filter(each -> each.pair().equals(seen.pair()))
                        .findFirst();
    }
}
