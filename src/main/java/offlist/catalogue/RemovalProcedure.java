package offlist.catalogue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How an address or a name comes off a list.
 *
 * @param preconditions what has to be done before asking
 * @param autoExpiry when an entry goes by itself, in words; empty when nothing is known
 * @param autoExpiryAfter the same as a duration after the last sighting, where it is fixed
 * @param email where requests are taken by mail
 * @param typicalTime how long a removal takes, in words
 * @param cooldown how long to wait before asking again, in words
 * @param cooldownAfter a further request for the same target sooner than this after the first is refused, ignored or
 *     punished; only where the operator gives a number
 * @param typicalAfter the long end of the typical time, from the request; from the last sighting where nobody can ask
 * @param once whether further requests while one is open are ignored or count against whoever asks
 */
public record RemovalProcedure(
        List<RemovalMethod> methods,
        Optional<LinkTemplate> lookup,
        Optional<LinkTemplate> removal,
        Optional<String> email,
        List<String> preconditions,
        String autoExpiry,
        Optional<Duration> autoExpiryAfter,
        String typicalTime,
        String cooldown,
        Optional<Duration> cooldownAfter,
        Optional<Duration> typicalAfter,
        boolean once,
        List<String> warnings) {

    /** Copies the lists. */
    public RemovalProcedure {
        methods = List.copyOf(methods);
        preconditions = List.copyOf(preconditions);
        warnings = List.copyOf(warnings);
    }

    /** Nothing is known about coming off. */
    public static RemovalProcedure unknown() {
        return new RemovalProcedure(
                List.of(RemovalMethod.UNKNOWN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }

    /** Whether the procedure stands with the component a code names. */
    public boolean seeSublist() {
        return methods.contains(RemovalMethod.SEE_SUBLIST);
    }

    /** The page that shows whether an address or a name is listed. */
    public Optional<URI> lookupUrl(String target) {
        return lookup.flatMap(link -> link.fill(target));
    }

    /** The page where removal is asked for. */
    public Optional<URI> removalUrl(String target) {
        return removal.flatMap(link -> link.fill(target));
    }
}
