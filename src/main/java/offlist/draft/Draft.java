package offlist.draft;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A request that a person can send. Plain text, some of it from outside.
 *
 * @param subject one line
 * @param page where the list takes requests, filled in where it allows that
 * @param mailTo where the list takes requests by mail, as the catalogue says now
 * @param missing what has to be said before it can be sent; each is a marked gap in the body
 * @param notes for whoever sends it, and no part of it
 * @param fields what a form may ask for
 */
public record Draft(
        String subject,
        String body,
        Optional<URI> page,
        Optional<String> mailTo,
        List<String> missing,
        List<String> notes,
        List<Field> fields) {
    public Draft {
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
        fields = List.copyOf(fields);
    }

    /** Something to copy. */
    public record Field(String name, String value) {}
}
