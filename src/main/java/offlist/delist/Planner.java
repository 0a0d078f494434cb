package offlist.delist;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.RemovalMethod;
import offlist.catalogue.RemovalProcedure;
import offlist.track.Listing;

/** Makes a plan of a listing and what the catalogue knows of its list. */
final class Planner {
    private static final String NEVER_PAY = "never pay for a removal: payment changes nothing about the cause";

    private final Supplier<Catalogue> catalogue;

    Planner(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    RemovalPlan plan(Listing listing) {
        List<Procedure> procedures = Procedure.of(catalogue.get(), listing.list(), listing.codes());
        List<RemovalProcedure> all =
                procedures.stream().map(Procedure::procedure).toList();
        return new RemovalPlan(
                new Steps(catalogue.get(), listing, procedures).all(),
                warnings(all),
                actor(listing, all),
                words(all, RemovalProcedure::typicalTime),
                words(all, RemovalProcedure::cooldown),
                expires(listing.openedAt(), all),
                terms(all));
    }

    /** Of several components the slowest and the strictest. */
    private static RemovalPlan.Terms terms(List<RemovalProcedure> procedures) {
        return new RemovalPlan.Terms(
                longest(procedures, Planner::pause), longest(procedures, RemovalProcedure::typicalAfter));
    }

    /** A list that wants one request wants no second one while it may still be at work on the first. */
    private static Optional<Duration> pause(RemovalProcedure procedure) {
        return procedure
                .cooldownAfter()
                .or(() -> procedure.once() ? procedure.typicalAfter() : Optional.<Duration>empty());
    }

    private static Optional<Duration> longest(
            List<RemovalProcedure> procedures, Function<RemovalProcedure, Optional<Duration>> part) {
        return procedures.stream().flatMap(each -> part.apply(each).stream()).max(Comparator.naturalOrder());
    }

    private static List<String> warnings(List<RemovalProcedure> procedures) {
        List<String> own = procedures.stream()
                .map(RemovalProcedure::warnings)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        boolean sold = procedures.stream().anyMatch(p -> p.methods().contains(RemovalMethod.PAID_EXPRESS));
        boolean said = own.stream().anyMatch(warning -> warning.matches(".*\\bpay\\b.*"));
        return sold && !said ? Stream.concat(Stream.of(NEVER_PAY), own.stream()).toList() : own;
    }

    /** Who holds a network answers for all of it; who holds an address in it can end no cause elsewhere. */
    private static Actor actor(Listing listing, List<RemovalProcedure> procedures) {
        Actor actor = procedures.stream()
                .map(Planner::actor)
                .min(Comparator.naturalOrder())
                .orElse(Actor.NOBODY);
        return actor == Actor.OPERATOR && listing.covers().isPresent() ? Actor.NETWORK_OWNER : actor;
    }

    private static Actor actor(RemovalProcedure procedure) {
        return procedure.methods().stream()
                .map(method -> switch (method) {
                    case SELF_SERVICE, ACCOUNT, EMAIL, TICKET -> Actor.OPERATOR;
                    case ISP_REQUEST -> Actor.NETWORK_OWNER;
                    // No way is published, so it is worth to ask whoever runs the list.
                    case UNKNOWN -> Actor.OPERATOR;
                    case AUTO_EXPIRY, PAID_EXPRESS, SEE_SUBLIST, NONE -> Actor.NOBODY;
                })
                .min(Comparator.naturalOrder())
                .orElse(Actor.NOBODY);
    }

    private static String words(List<RemovalProcedure> procedures, Function<RemovalProcedure, String> part) {
        return procedures.stream()
                .map(part)
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Only when every component lets go by itself, and then with the slowest. */
    private static Optional<Instant> expires(Instant openedAt, List<RemovalProcedure> procedures) {
        List<Duration> times = procedures.stream()
                .map(procedure -> procedure.autoExpiryAfter().orElse(null))
                .filter(Objects::nonNull)
                .toList();
        return times.size() == procedures.size()
                ? times.stream().max(Comparator.naturalOrder()).map(openedAt::plus)
                : Optional.empty();
    }
}
