package offlist.alert;

import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.probe.Health;
import offlist.track.Event;
import offlist.track.ListHealthChanged;
import offlist.track.PoolMembershipChanged;
import offlist.track.ResolverHealthChanged;
import offlist.track.Transition;

/**
 * What an event says to receivers.
 *
 * @param incident what is wrong, the same for its beginning and its end
 * @param list the list it is about
 * @param quiet nobody has to be told, unless of the end of what was told before
 */
record Signal(String incident, Optional<ListId> list, boolean closing, boolean quiet, AlertLabels labels) {

    static Optional<Signal> of(Event event) {
        return switch (event) {
            case Transition transition -> Optional.of(of(transition));
            case ListHealthChanged health -> Optional.of(of(health));
            case ResolverHealthChanged health -> Optional.of(of(health));
            case PoolMembershipChanged membership -> Optional.empty();
        };
    }

    private static Signal of(Transition transition) {
        return new Signal(
                transition.listing().id(),
                Optional.of(transition.listing().list()),
                transition instanceof Transition.Closed,
                transition.listing().severity() == Severity.INFORMATIONAL,
                AlertLabels.of(transition.listing()));
    }

    private static Signal of(ListHealthChanged change) {
        return new Signal(
                "list-health/" + change.list(),
                Optional.of(change.list()),
                // A list that is not asked any more has no incident either.
                change.health().believable() || change.health().state() == Health.State.UNVERIFIED,
                false,
                AlertLabels.of(AlertKind.LIST_HEALTH)
                        .with(AlertLabels.LIST, change.list().value()));
    }

    private static Signal of(ResolverHealthChanged change) {
        return new Signal(
                "resolver-health/" + change.resolver().value(),
                Optional.empty(),
                change.state().equals("healthy"),
                change.state().equals("unverified"),
                AlertLabels.of(AlertKind.RESOLVER_HEALTH));
    }
}
