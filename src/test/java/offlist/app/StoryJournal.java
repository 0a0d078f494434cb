package offlist.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offlist.journal.Journal;
import offlist.journal.KnownHealth;
import offlist.journal.ListingFilter;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.Target;
import offlist.track.CloseReason;
import offlist.track.Event;
import offlist.track.ListHealthChanged;
import offlist.track.Listing;
import offlist.track.PoolMembershipChanged;
import offlist.track.ResolverHealthChanged;
import offlist.track.Transition;
import offlist.track.Trouble;

/** A journal in memory, quick enough for thousands of histories; some of them compare it with the real one. */
final class StoryJournal implements Journal {
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Listing> listings = new LinkedHashMap<>();
    private final Map<Target, PoolMember> members = new LinkedHashMap<>();
    private final Map<String, KnownHealth> health = new LinkedHashMap<>();
    private final List<Transition> transitions = new ArrayList<>();

    @Override
    public void commit(List<? extends Event> events) {
        events.stream().filter(event -> ids.add(event.id())).forEach(this::write);
    }

    private void write(Event event) {
        switch (event) {
            case Transition transition -> {
                transitions.add(transition);
                listings.put(transition.listing().id(), transition.listing());
            }
            case ListHealthChanged change ->
                health(change.list().value(), change.health().state().label(), change.at());
            case ResolverHealthChanged change -> health("resolver:" + change.resolver(), change.state(), change.at());
            case PoolMembershipChanged change -> member(change);
            case Trouble trouble -> {}
        }
    }

    private void health(String subject, String state, Instant at) {
        health.put(subject, new KnownHealth(subject, state, at));
    }

    private void member(PoolMembershipChanged change) {
        if (change.joined()) {
            members.put(change.target(), new PoolMember(change.target(), change.pools()));
        } else {
            members.remove(change.target());
        }
    }

    @Override
    public List<Listing> openListings() {
        return listings.values().stream().filter(Listing::open).toList();
    }

    @Override
    public Pool members() {
        return new Pool(members.values());
    }

    @Override
    public List<KnownHealth> health() {
        return List.copyOf(health.values());
    }

    /** All transitions, oldest first. */
    List<Transition> transitions() {
        return transitions;
    }

    @Override
    public List<Transition> delistings(Instant since) {
        return transitions.stream()
                .filter(transition -> transition.listing().closedBecause().equals(Optional.of(CloseReason.DELISTED)))
                .filter(transition -> !transition.at().isBefore(since))
                .toList();
    }

    @Override
    public Optional<Listing> listing(String id) {
        return Optional.ofNullable(listings.get(id));
    }

    @Override
    public List<Transition> latest(int limit) {
        return transitions.reversed().stream().limit(limit).toList();
    }

    @Override
    public List<Transition> history(Target target, int limit) {
        return transitions.reversed().stream()
                .filter(transition -> transition.listing().target().equals(target))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Listing> listings(ListingFilter filter, Optional<String> cursor, int limit) {
        throw new UnsupportedOperationException("nobody asks for pages here");
    }

    @Override
    public List<Transition> transitions(Instant since, Optional<String> cursor, int limit) {
        throw new UnsupportedOperationException("nobody asks for pages here");
    }
}
