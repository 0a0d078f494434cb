package offlist.app;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ListId;
import offlist.catalogue.Selection;
import offlist.journal.Journal;
import offlist.journal.ListingFilter;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import offlist.probe.Observation;
import offlist.probe.Verdict;
import offlist.schedule.PollLoop;
import offlist.track.Listing;
import offlist.triage.ListLook;
import offlist.triage.ListState;
import offlist.triage.ListState.Past;
import offlist.triage.ListState.Standing;

/** Asks the lists in the urgent lane, and looks into the journal for what was before. */
final class ListLooks implements ListLook {
    private static final int PATIENCE_SECONDS = 20;
    private static final int MOST_LISTINGS = 200;
    private static final int MOST_PAST = 5;

    private final BiFunction<Collection<Target>, Set<ListId>, CompletionStage<List<Observation>>> checks;
    private final Supplier<Selection> lists;
    private final Journal journal;

    ListLooks(
            BiFunction<Collection<Target>, Set<ListId>, CompletionStage<List<Observation>>> checks,
            Supplier<Selection> lists,
            Journal journal) {
        this.checks = checks;
        this.lists = lists;
        this.journal = journal;
    }

    @Override
    public CompletionStage<List<ListState>> of(IpAddress address) {
        List<ChosenList> asked = lists.get().asked().stream()
                // Being on a list of good senders explains no refusal.
                .filter(chosen ->
                        chosen.list().type().bad() && chosen.list().kinds().contains(PollLoop.kindOf(address)))
                .toList();
        Set<ListId> ids = asked.stream().map(ChosenList::id).collect(Collectors.toCollection(LinkedHashSet::new));
        return checks.apply(List.of(address), ids)
                .toCompletableFuture()
                .completeOnTimeout(List.of(), PATIENCE_SECONDS, TimeUnit.SECONDS)
                // Not on the thread that answers: it is the one that asks, and the journal takes its time.
                .thenApplyAsync(seen -> states(address, asked, seen));
    }

    private List<ListState> states(IpAddress address, List<ChosenList> asked, List<Observation> seen) {
        Map<ListId, Verdict> verdicts = new LinkedHashMap<>();
        seen.forEach(each -> verdicts.put(each.pair().list(), each.verdict()));
        Map<ListId, List<Listing>> listings = journal
                .listings(
                        new ListingFilter(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(address),
                                Optional.empty()),
                        Optional.empty(),
                        MOST_LISTINGS)
                .stream()
                .collect(Collectors.groupingBy(Listing::list));
        return asked.stream()
                .map(chosen -> state(
                        chosen,
                        Optional.ofNullable(verdicts.get(chosen.id())),
                        listings.getOrDefault(chosen.id(), List.of())))
                .toList();
    }

    private static ListState state(ChosenList chosen, Optional<Verdict> verdict, List<Listing> listings) {
        return new ListState(
                chosen.id(),
                chosen.list().name(),
                verdict.map(ListLooks::standing).orElse(Standing.UNKNOWN),
                verdict.map(ListLooks::words).orElse("no answer yet"),
                listings.stream().filter(Listing::open).map(Listing::openedAt).findFirst(),
                listings.stream()
                        .flatMap(listing -> past(listing).stream())
                        .limit(MOST_PAST)
                        .toList());
    }

    private static Optional<Past> past(Listing listing) {
        Instant opened = listing.openedAt();
        return listing.closedAt().map(closed -> new Past(opened, closed));
    }

    private static Standing standing(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Listed listed -> Standing.LISTED;
            case Verdict.NotListed clean -> Standing.NOT_LISTED;
            case Verdict.Scored scored -> Standing.NOT_LISTED;
            case Verdict.Refused refused -> Standing.UNKNOWN;
            case Verdict.Failed failed -> Standing.UNKNOWN;
        };
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Listed listed ->
                listed.hits().stream()
                        .map(hit -> hit.answer() + ": " + hit.code().meaning())
                        .collect(Collectors.joining("; "));
            case Verdict.NotListed clean -> "not listed";
            case Verdict.Scored scored -> "a score of " + scored.value();
            case Verdict.Refused refused ->
                "the list does not answer us: " + refused.hit().code().meaning();
            case Verdict.Failed failed -> Words.of(failed.cause());
        };
    }
}
