package offlist.triage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.pool.DomainName;

/** Whom to write to about a refusal. */
final class Contacts {
    private Contacts() {}

    /** Those in the reply first, then the postmaster whom every domain with mail has (RFC 2142, section 5; RFC 5321, section 4.5.1). */
    static List<String> of(Optional<Told> told, Optional<DomainName> domain) {
        Stream<String> named = told.stream().flatMap(each -> each.contacts().stream());
        Stream<String> office = domain.stream().map(each -> "postmaster@" + each);
        return Stream.concat(named, office)
                .map(contact -> contact.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
