package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.dns.ResolverId;
import offlist.journal.KnownHealth;
import offlist.probe.Health;
import offlist.track.Event;
import offlist.track.HealthBook;
import offlist.track.Ids;
import offlist.track.ListHealth;
import offlist.track.ListHealthChanged;
import offlist.track.ResolverHealthChanged;
import offlist.track.ResolverState;
import offlist.track.ResolverStatus;

/**
 * Tells when the health of a list or a resolver is other than it was last told, restarts included. What a resolver is to
 * blame for is told of the resolver; a list is told of when something speaks against the list itself.
 */
final class HealthDesk {
    /** A list that has been bad for so long may be closed for good, which is said once in each such time. */
    static final Duration LONG = Duration.ofDays(7);

    private static final String HEALTHY = Health.State.HEALTHY.label();
    private static final String UNVERIFIED = Health.State.UNVERIFIED.label();
    private static final String NOT_ASKED = "it is not asked any more";
    private static final String RESOLVER = "resolver:";

    private record Told(String state, Instant at) {}

    private static final Told WELL = new Told(HEALTHY, Instant.EPOCH);

    private final HealthBook book;
    private final Ids ids;
    private final Map<String, Told> told = new HashMap<>();
    private Optional<Instant> lookAt = Optional.empty();

    HealthDesk(HealthBook book, Ids ids, Collection<KnownHealth> known) {
        this.book = book;
        this.ids = ids;
        known.forEach(health -> told.put(health.subject(), new Told(health.state(), health.since())));
    }

    /** When something may have to be told although nothing has happened. */
    Optional<Instant> nextAt() {
        return lookAt;
    }

    /** What has to be told because the time has come. */
    List<Event> due(Instant now) {
        return lookAt.filter(at -> !at.isAfter(now)).isPresent() ? news(now) : List.of();
    }

    /** What has to be told now. */
    List<Event> news(Instant now) {
        List<Event> news = new ArrayList<>();
        book.resolvers().forEach(resolver -> resolver(resolver, now).ifPresent(news::add));
        book.lists().forEach(list -> list(list, now).ifPresent(news::add));
        lookAt = book.settledBy(now);
        return news;
    }

    private Optional<Event> resolver(ResolverId resolver, Instant now) {
        ResolverStatus status = book.resolver(resolver);
        String state = status.told().label();
        String before = told.getOrDefault(subject(resolver), WELL).state();
        if (status.state() == ResolverState.UNVERIFIED || state.equals(before) || book.settling(resolver, now)) {
            return Optional.empty();
        }
        boolean better = status.told() == ResolverState.HEALTHY;
        if (better && book.untested(resolver)) {
            return Optional.empty();
        }
        String cause = better ? "" : status.cause();
        return Optional.of(made(new ResolverHealthChanged(ids.next(now), now, resolver, before, state, cause)));
    }

    private Optional<Event> list(ListId list, Instant now) {
        ListHealth known = book.health(list);
        Health health = known.health();
        Told before = before(list);
        if (health.state() == Health.State.UNVERIFIED) {
            // A list without test points is well when nothing speaks against it any more.
            boolean over = known.tested() && !before.state().equals(HEALTHY);
            return over ? Optional.of(changed(list, before, health, now)) : Optional.empty();
        }
        if (health.believable()) {
            return before.state().equals(HEALTHY) ? Optional.empty() : Optional.of(changed(list, before, health, now));
        }
        if (known.blind() || book.settling(list, now)) {
            return Optional.empty();
        }
        if (health.state().label().equals(before.state())) {
            boolean lasting = !before.at().plus(LONG).isAfter(now);
            return lasting ? Optional.of(changed(list, before, lasting(health), now)) : Optional.empty();
        }
        return Optional.of(changed(list, before, health, now));
    }

    private static Health lasting(Health health) {
        return health.because(health.cause() + ". This has lasted for " + LONG.toDays()
                + " days or more: the list may be closed for good; take it out of `lists`");
    }

    private Event changed(ListId list, Told before, Health health, Instant now) {
        return made(new ListHealthChanged(ids.next(now), now, list, state(before.state()), health));
    }

    private Told before(ListId list) {
        Told known = told.getOrDefault(list.value(), WELL);
        // A list that was given up and is asked again begins as one that was never heard of.
        return known.state().equals(UNVERIFIED) ? WELL : known;
    }

    /** What was told of lists and resolvers that are not asked any more: those incidents end with the asking. */
    List<Event> retired(Collection<ListId> lists, Collection<ResolverId> resolvers, Instant now) {
        List<Event> news = new ArrayList<>();
        Map.copyOf(told).forEach((subject, before) -> {
            String state = before.state();
            if (state.equals(HEALTHY) || state.equals(UNVERIFIED)) {
                return;
            }
            Optional<ResolverId> resolver = resolver(subject);
            if (resolver.isPresent() && !resolvers.contains(resolver.get())) {
                news.add(
                        made(new ResolverHealthChanged(ids.next(now), now, resolver.get(), state, HEALTHY, NOT_ASKED)));
            } else if (resolver.isEmpty() && !lists.contains(new ListId(subject))) {
                Health unasked = new Health(Health.State.UNVERIFIED, NOT_ASKED);
                news.add(made(new ListHealthChanged(ids.next(now), now, new ListId(subject), state(state), unasked)));
            }
        });
        return news;
    }

    private static Optional<ResolverId> resolver(String subject) {
        return subject.startsWith(RESOLVER)
                ? Optional.of(new ResolverId(subject.substring(RESOLVER.length())))
                : Optional.empty();
    }

    /** What is made is as good as told: the ledger keeps it until it stands, and a restart reads what stands. */
    private ListHealthChanged made(ListHealthChanged change) {
        told.put(change.list().value(), new Told(change.health().state().label(), change.at()));
        return change;
    }

    private ResolverHealthChanged made(ResolverHealthChanged change) {
        told.put(subject(change.resolver()), new Told(change.state(), change.at()));
        return change;
    }

    private static String subject(ResolverId resolver) {
        return RESOLVER + resolver;
    }

    private static Health.State state(String label) {
        return Health.State.valueOf(label.toUpperCase(Locale.ROOT));
    }
}
