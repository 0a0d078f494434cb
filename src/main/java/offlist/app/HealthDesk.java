package offlist.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.dns.ResolverId;
import offlist.journal.KnownHealth;
import offlist.probe.Health;
import offlist.track.Event;
import offlist.track.HealthBook;
import offlist.track.Ids;
import offlist.track.ListHealthChanged;
import offlist.track.ResolverHealthChanged;
import offlist.track.ResolverStatus;

/** Tells when the health of a list or a resolver is other than it was last told, restarts included. */
final class HealthDesk {
    private static final String HEALTHY = Health.State.HEALTHY.label();

    private static final String NOT_ASKED = "it is not asked any more";
    private static final String RESOLVER = "resolver:";

    private final HealthBook book;
    private final Ids ids;
    private final Map<String, String> told = new HashMap<>();

    HealthDesk(HealthBook book, Ids ids, Collection<KnownHealth> known) {
        this.book = book;
        this.ids = ids;
        known.forEach(health -> told.put(health.subject(), health.state()));
    }

    /** What has to be told now of a list and of the resolver by which it was tested. */
    List<Event> news(ListId list, ResolverId resolver, Instant now) {
        List<Event> news = new ArrayList<>();
        Health health = book.health(list).health();
        String before = before(list);
        if (health.state() != Health.State.UNVERIFIED && !health.state().label().equals(before)) {
            news.add(made(new ListHealthChanged(ids.next(now), now, list, state(before), health)));
        }
        ResolverStatus status = book.resolver(resolver);
        String known = told.getOrDefault(subject(resolver), HEALTHY);
        if (!status.state().equals("unverified") && !status.state().equals(known)) {
            news.add(made(
                    new ResolverHealthChanged(ids.next(now), now, resolver, known, status.state(), status.cause())));
        }
        return news;
    }

    private String before(ListId list) {
        String known = told.getOrDefault(list.value(), HEALTHY);
        // A list that was given up and is asked again begins as one that was never heard of.
        return known.equals(Health.State.UNVERIFIED.label()) ? HEALTHY : known;
    }

    /** What was told of lists and resolvers that are not asked any more: those incidents end with the asking. */
    List<Event> retired(Collection<ListId> lists, Collection<ResolverId> resolvers, Instant now) {
        List<Event> news = new ArrayList<>();
        Map.copyOf(told).forEach((subject, state) -> {
            if (state.equals(HEALTHY) || state.equals(Health.State.UNVERIFIED.label())) {
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
        told.put(change.list().value(), change.health().state().label());
        return change;
    }

    private ResolverHealthChanged made(ResolverHealthChanged change) {
        told.put(subject(change.resolver()), change.state());
        return change;
    }

    private static String subject(ResolverId resolver) {
        return RESOLVER + resolver;
    }

    private static Health.State state(String label) {
        return Health.State.valueOf(label.toUpperCase(java.util.Locale.ROOT));
    }
}
