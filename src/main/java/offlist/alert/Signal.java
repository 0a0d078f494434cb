package offlist.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.dns.ResolverId;
import offlist.probe.Health;
import offlist.track.Event;
import offlist.track.ListHealthChanged;
import offlist.track.Listing;
import offlist.track.PoolMembershipChanged;
import offlist.track.ResolverHealthChanged;
import offlist.track.ResolverState;
import offlist.track.Transition;
import offlist.track.Trouble;

/**
 * What an event says to receivers.
 *
 * @param incident what is wrong, the same for its beginning and its end
 * @param list the list it is about
 * @param quiet nobody has to be told, unless of the end of what was told before
 * @param headline one line about it for people
 * @param resolvers through which it was seen, where that matters
 * @param story what it shares with others that are told in the same message, whatever the operator groups by
 */
record Signal(
        String incident,
        Optional<ListId> list,
        boolean closing,
        boolean quiet,
        AlertLabels labels,
        String headline,
        Set<String> resolvers,
        Optional<String> story) {

    static Optional<Signal> of(Event event) {
        return switch (event) {
            case Transition transition -> Optional.of(of(transition));
            case ListHealthChanged health -> Optional.of(of(health));
            case ResolverHealthChanged health -> Optional.of(of(health));
            case Trouble trouble -> Optional.of(of(trouble));
            case PoolMembershipChanged membership -> Optional.empty();
        };
    }

    private static Signal of(Transition transition) {
        return new Signal(
                transition.listing().id(),
                Optional.of(transition.listing().list()),
                transition instanceof Transition.Closed,
                transition.listing().severity() == Severity.INFORMATIONAL,
                AlertLabels.of(transition.listing()),
                transition.listing().target().text() + " on "
                        + transition.listing().list(),
                resolvers(transition),
                story(transition));
    }

    private static Set<String> resolvers(Transition transition) {
        return transition.evidence().looks().stream()
                .map(look -> look.resolver().value())
                .collect(Collectors.toSet());
    }

    /** An opening belongs to the incident of its range or wave; a closing only to the wave it ends in. */
    private static Optional<String> story(Transition transition) {
        Listing listing = transition.listing();
        return listing.open() && listing.shared()
                ? Optional.of(listing.incident())
                : transition.evidence().wave();
    }

    static String incident(ListId list) {
        return "list-health/" + list.value();
    }

    static String incident(ResolverId resolver) {
        return "resolver-health/" + resolver.value();
    }

    private static Signal of(Trouble trouble) {
        AlertLabels labels = AlertLabels.of(kind(trouble.kind())).with(AlertLabels.ABOUT, trouble.about());
        for (Map.Entry<String, List<String>> label : trouble.labels().entrySet()) {
            labels = labels.with(label.getKey(), new TreeSet<>(label.getValue()));
        }
        return new Signal(
                trouble.incident(),
                Optional.empty(),
                trouble.over(),
                false,
                trouble.kind() == Trouble.Kind.BUDGET ? labels.with(AlertLabels.LIST, trouble.about()) : labels,
                trouble.headline(),
                Set.of(),
                Optional.empty());
    }

    /** The receiver that takes nothing, when that is what it is about. */
    Optional<String> deaf() {
        String prefix = Trouble.Kind.DELIVERY.label() + "/";
        return Optional.of(incident).filter(id -> id.startsWith(prefix)).map(id -> id.substring(prefix.length()));
    }

    static AlertKind kind(Trouble.Kind kind) {
        return switch (kind) {
            case POOL_SOURCE -> AlertKind.POOL_SOURCE;
            case BOUNCE_SOURCE -> AlertKind.BOUNCE_SOURCE;
            case BUDGET -> AlertKind.BUDGET;
            case DELIVERY -> AlertKind.DELIVERY;
            case REMOVAL_TASK -> AlertKind.REMOVAL_TASK;
            case REFUSAL -> AlertKind.REFUSAL;
            case DIGEST -> AlertKind.DIGEST;
        };
    }

    private static Signal of(ListHealthChanged change) {
        return new Signal(
                incident(change.list()),
                Optional.of(change.list()),
                // A list that is not asked any more has no incident either.
                change.health().believable() || change.health().state() == Health.State.UNVERIFIED,
                false,
                AlertLabels.of(AlertKind.LIST_HEALTH)
                        .with(AlertLabels.LIST, change.list().value())
                        .with(AlertLabels.ABOUT, change.list().value()),
                "list " + change.list() + ": " + change.health().state().label(),
                Set.of(),
                Optional.empty());
    }

    private static Signal of(ResolverHealthChanged change) {
        return new Signal(
                incident(change.resolver()),
                Optional.empty(),
                change.state().equals("healthy"),
                change.state().equals("unverified"),
                AlertLabels.of(AlertKind.RESOLVER_HEALTH)
                        .with(AlertLabels.ABOUT, change.resolver().value()),
                "resolver " + change.resolver().value() + ": " + change.state(),
                believable(change) ? Set.of() : Set.of(change.resolver().value()),
                Optional.empty());
    }

    /** Whether what it says of most lists counts: one that some lists refuse, or that alters some, is blind for those alone. */
    private static boolean believable(ResolverHealthChanged change) {
        return switch (ResolverState.of(change.state())) {
            case HEALTHY, PUBLIC, FILTERS, UNVERIFIED -> true;
            case UNREACHABLE, REWRITES_NXDOMAIN, STRIPS_LOOPBACK -> false;
        };
    }
}
