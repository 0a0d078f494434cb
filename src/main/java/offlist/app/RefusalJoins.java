package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.bounce.Refusal;
import offlist.bounce.RefusalHearer;
import offlist.catalogue.Catalogue;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ListId;
import offlist.catalogue.Selection;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import offlist.probe.Observation;
import offlist.probe.Pair;
import org.jboss.logging.Logger;

/**
 * Asks a list that a refusal names about the refused address, at once.
 *
 * <p>A refusal opens nothing by itself, since bounces can be forged: the answer of the list goes the way of every answer.
 * However many refusals name a pair, it is asked once in a while, and all of them get that answer.
 */
final class RefusalJoins implements RefusalHearer {
    /** An answer this fresh is an answer to a later refusal too. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** What is asked beyond this many pairs in a minute waits for its turn: a flood of forged bounces is no reason to hurry. */
    private static final int MOST = 500;

    private static final Logger LOG = Logger.getLogger(RefusalJoins.class);

    private final BiFunction<Collection<Target>, Set<ListId>, CompletionStage<List<Observation>>> checks;
    private final Supplier<Selection> lists;
    private final Answered answered;
    private final InstantSource clock;
    private final Map<Pair, Asking> asking = new LinkedHashMap<>();

    /** @param answered is told what a list said */
    RefusalJoins(
            BiFunction<Collection<Target>, Set<ListId>, CompletionStage<List<Observation>>> checks,
            Supplier<Selection> lists,
            Answered answered,
            InstantSource clock) {
        this.checks = checks;
        this.lists = lists;
        this.answered = answered;
        this.clock = clock;
    }

    /** Hears what a list that a refusal names said about its address. */
    @FunctionalInterface
    interface Answered {
        void by(String refusal, ListId named, Observation observation);
    }

    private record Asking(Instant since, CompletionStage<List<Observation>> answer) {}

    @Override
    public void seen(String id, Refusal refusal) {
        if (refusal.meaning().relevant() && refusal.about().ours().orElse(false)) {
            IpAddress address = refusal.about().address().orElseThrow();
            refusal.meaning()
                    .known()
                    .forEach(named -> asked(named).forEach(list -> ask(new Pair(address, list), id, named)));
        }
    }

    /** The list itself, or those asked that contain it. */
    Stream<ListId> asked(ListId named) {
        Selection selection = lists.get();
        Set<ListId> inUse = selection.asked().stream().map(ChosenList::id).collect(Collectors.toSet());
        if (inUse.contains(named)) {
            return Stream.of(named);
        }
        Catalogue catalogue = selection.catalogue();
        return catalogue.list(named).stream()
                .flatMap(list -> list.partOf().stream())
                .filter(inUse::contains);
    }

    private void ask(Pair pair, String id, ListId named) {
        answer(pair)
                .ifPresent(answer -> answer.whenComplete((seen, failure) -> {
                    if (failure == null) {
                        seen.forEach(observation -> answered.by(id, named, observation));
                    } else {
                        LOG.debugf(
                                failure,
                                "%s on %s was not asked because of a refusal",
                                pair.target().text(),
                                pair.list());
                    }
                }));
    }

    private synchronized Optional<CompletionStage<List<Observation>>> answer(Pair pair) {
        Instant now = clock.instant();
        asking.values().removeIf(each -> each.since().plus(FRESH).isBefore(now));
        Asking known = asking.get(pair);
        if (known == null && asking.size() >= MOST) {
            return Optional.empty();
        }
        return Optional.of(asking.computeIfAbsent(
                        pair, p -> new Asking(now, checks.apply(Set.of(p.target()), Set.of(p.list()))))
                .answer());
    }
}
