package offlist.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import offlist.catalogue.Catalogue;
import offlist.catalogue.ChosenList;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.metrics.TargetReading;
import offlist.metrics.TargetReading.Grade;
import offlist.metrics.TargetReading.OnList;
import offlist.metrics.TargetReading.Standing;
import offlist.pool.Target;
import offlist.probe.Kinds;
import offlist.probe.Observation;
import offlist.probe.Verdict;
import offlist.track.ListStatus;
import offlist.track.PairScore;
import offlist.track.PairStatus;
import offlist.track.Status;

/**
 * What blocking lists say about one target. Of members of pools it is what the daemon knows anyway, and no question leaves;
 * about others the lists are asked.
 */
final class ProbeAnswers {
    private final Sources sources;
    private final StrangerLooks strangers;

    ProbeAnswers(Sources sources, StrangerLooks strangers) {
        this.sources = sources;
        this.strangers = strangers;
    }

    /**
     * The lists that a request names, or all.
     *
     * @param patience how long the answers may take; what has not come by then is unknown, and known at the next request
     */
    TargetReading read(Target target, List<String> named, Duration patience) {
        long began = System.nanoTime();
        Status now = sources.board().now();
        List<DnsList> lists = lists(target, named);
        List<OnList> read = now.pool().member(target).isPresent()
                ? member(target, lists, now)
                : stranger(target, lists, now, patience);
        return new TargetReading(read, Duration.ofNanos(System.nanoTime() - began));
    }

    private List<DnsList> lists(Target target, List<String> named) {
        Wanted wanted = new Wanted(sources.setup());
        Set<ListId> only =
                named.stream().map(id -> wanted.asked(id).id()).collect(Collectors.toCollection(HashSet::new));
        return sources.setup().selection().asked().stream()
                .map(ChosenList::list)
                .filter(list -> list.type().bad() && list.kinds().contains(Kinds.of(target)))
                .filter(list -> only.isEmpty() || only.contains(list.id()))
                .toList();
    }

    private List<OnList> member(Target target, List<DnsList> lists, Status now) {
        Map<ListId, PairStatus> pairs = sources.board().pairs(target).stream()
                .collect(Collectors.toMap(pair -> pair.pair().list(), Function.identity(), (a, b) -> a));
        return lists.stream()
                .map(list -> Optional.ofNullable(pairs.get(list.id()))
                        .map(pair -> known(pair, now.at()))
                        .orElseGet(() -> OnList.unknown(list.id())))
                .toList();
    }

    private static OnList known(PairStatus pair, Instant now) {
        Standing standing = switch (pair.verdict()) {
            case "listed" -> Standing.LISTED;
            case "not_listed" -> Standing.NOT_LISTED;
            default -> Standing.UNKNOWN;
        };
        return new OnList(
                pair.pair().list(),
                standing,
                pair.listing().map(listing -> new Grade(listing.severity(), listing.reason())),
                pair.lastAnswerAt().map(at -> Duration.between(at, now)),
                pair.score().map(PairScore::value).map(OptionalInt::of).orElseGet(OptionalInt::empty));
    }

    private List<OnList> stranger(Target target, List<DnsList> lists, Status now, Duration patience) {
        Map<ListId, ListStatus> states =
                now.lists().stream().collect(Collectors.toMap(ListStatus::list, Function.identity(), (a, b) -> a));
        Map<DnsList, CompletableFuture<Observation>> looks = new LinkedHashMap<>();
        lists.forEach(list -> Optional.ofNullable(states.get(list.id()))
                .flatMap(state -> strangers.look(target, state))
                .ifPresent(look -> looks.put(list, look)));
        await(looks.values().toArray(CompletableFuture[]::new), patience);
        Instant then = sources.board().now().at();
        return lists.stream()
                .map(list -> Optional.ofNullable(looks.get(list))
                        .flatMap(ProbeAnswers::seen)
                        .map(seen -> told(list, seen, then))
                        .orElseGet(() -> OnList.unknown(list.id())))
                .toList();
    }

    private static void await(CompletableFuture<?>[] looks, Duration patience) {
        CompletableFuture.allOf(looks)
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> null)
                .join();
    }

    private static Optional<Observation> seen(CompletableFuture<Observation> look) {
        return look.isDone() && !look.isCompletedExceptionally() ? Optional.of(look.join()) : Optional.empty();
    }

    private OnList told(DnsList list, Observation seen, Instant now) {
        Verdict verdict = seen.verdict();
        if (!verdict.definite()) {
            return OnList.unknown(list.id());
        }
        Duration age = Duration.between(seen.asked(), now);
        return new OnList(
                list.id(),
                verdict.clean() ? Standing.NOT_LISTED : Standing.LISTED,
                grade(list, verdict),
                Optional.of(age.isNegative() ? Duration.ZERO : age),
                verdict.score());
    }

    /** Of its worst code. */
    private Optional<Grade> grade(DnsList list, Verdict verdict) {
        Catalogue catalogue = sources.setup().selection().catalogue();
        return verdict instanceof Verdict.Listed listed
                ? listed.hits().stream()
                        .map(Verdict.Hit::code)
                        .map(code -> new Grade(catalogue.severity(list, code), code.reason()))
                        .min(Comparator.comparing(Grade::severity))
                : Optional.empty();
    }
}
