package offlist.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A receiver's or vendor's own reputation without a public zone: it is known from bounces only.
 *
 * @param what how it works and what its codes say
 * @param needed what to have at hand when asking for removal
 * @param rejectMarkers words in refusals that name it
 * @param pointers codes inside refusals that lead to a list; look here before the markers
 */
public record PrivateList(
        String id,
        String operator,
        String name,
        List<Scope> appliesTo,
        Severity severity,
        String what,
        Optional<LinkTemplate> lookup,
        Optional<LinkTemplate> removal,
        Optional<String> email,
        List<RemovalMethod> methods,
        String typicalTime,
        List<String> needed,
        List<String> rejectMarkers,
        List<Pointer> pointers,
        String notes,
        Confidence confidence,
        List<String> sources,
        List<String> unverified) {

    /**
     * A code in a refusal.
     *
     * @param code the text; {@code a..b} is a range, {@code *} any run of characters
     * @param pointsTo a list, a private list, or one of receiver, public-lists, reverse-dns, rate, content, dmarc
     */
    public record Pointer(String code, String pointsTo, String meaning) {}

    /** Copies the lists. */
    public PrivateList {
        appliesTo = List.copyOf(appliesTo);
        methods = List.copyOf(methods);
        needed = List.copyOf(needed);
        rejectMarkers = List.copyOf(rejectMarkers);
        pointers = List.copyOf(pointers);
        sources = List.copyOf(sources);
        unverified = List.copyOf(unverified);
    }
}
