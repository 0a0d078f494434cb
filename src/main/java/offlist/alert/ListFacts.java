package offlist.alert;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the catalogue says about a listing, for people.
 *
 * @param zone as it may be shown, without any key
 * @param impact why the list matters as much as it does
 * @param means what the list has seen
 * @param action what a sender does about it
 * @param before what has to be done before asking for removal
 * @param warnings such as "do not pay"
 */
public record ListFacts(
        String name,
        String zone,
        String impact,
        String means,
        String action,
        List<String> before,
        List<String> warnings,
        Optional<URI> lookup,
        Optional<URI> removal) {
    public ListFacts {
        before = List.copyOf(before);
        warnings = List.copyOf(warnings);
    }
}
