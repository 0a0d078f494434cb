package offlist.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.journal.Journal;
import offlist.journal.KnownHealth;
import offlist.journal.ListingFilter;
import offlist.pool.Pool;
import offlist.pool.Target;
import offlist.track.Event;
import offlist.track.Evidence;
import offlist.track.Listing;
import offlist.track.Transition;

/** The sample's listings and transitions in memory; it takes no events. */
public final class SampleJournal implements Journal {
    private final List<Listing> listings = new ArrayList<>();
    private final List<Transition> transitions = new ArrayList<>();

    public SampleJournal() {
        listings.addAll(Sample.open());
        listings.addAll(Sample.closed());
        listings.sort(Comparator.comparing(Listing::id).reversed());
        listings.forEach(listing -> transitions.add(
                new Transition.Opened("T-" + listing.id() + "-1", listing.openedAt(), listing, Evidence.NONE)));
        Sample.closed()
                .forEach(listing -> transitions.add(new Transition.Closed(
                        "T-" + listing.id() + "-2", listing.closedAt().orElseThrow(), listing, Evidence.NONE)));
        transitions.sort(Comparator.comparing(Transition::id));
    }

    @Override
    public List<Transition> delistings(Instant since) {
        return List.of();
    }

    @Override
    public void commit(List<? extends Event> events) {
        throw new UnsupportedOperationException("the sample does not change");
    }

    @Override
    public List<Listing> openListings() {
        return Sample.open();
    }

    @Override
    public Pool members() {
        return Sample.pool();
    }

    @Override
    public List<KnownHealth> health() {
        return List.of();
    }

    @Override
    public Optional<Listing> listing(String id) {
        return listings.stream().filter(listing -> listing.id().equals(id)).findFirst();
    }

    @Override
    public List<Listing> listings(ListingFilter filter, Optional<String> cursor, int limit) {
        return listings.stream()
                .filter(each -> filter.open().map(open -> each.open() == open).orElse(true))
                .filter(each -> filter.list().map(each.list()::equals).orElse(true))
                .filter(each -> filter.target().map(each.target()::equals).orElse(true))
                .filter(each -> filter.pool().map(each.pools()::contains).orElse(true))
                .filter(each -> cursor.map(id -> each.id().compareTo(id) < 0).orElse(true))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Transition> transitions(Instant since, Optional<String> cursor, int limit) {
        return transitions.stream()
                .filter(each -> !each.at().isBefore(since))
                .filter(each -> cursor.map(id -> each.id().compareTo(id) > 0).orElse(true))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Transition> latest(int limit) {
        return newestFirst(transitions.stream()).limit(limit).toList();
    }

    @Override
    public List<Transition> history(Target target, int limit) {
        return newestFirst(transitions.stream()
                        .filter(each -> each.listing().target().equals(target)))
                .limit(limit)
                .toList();
    }

    private static Stream<Transition> newestFirst(Stream<Transition> transitions) {
        return transitions.sorted(Comparator.comparing(Transition::at).reversed());
    }
}
