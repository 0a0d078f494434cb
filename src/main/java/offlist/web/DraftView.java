package offlist.web;

import java.util.List;
import offlist.draft.Draft;
import org.jspecify.annotations.Nullable;

/**
 * A request for removal as programs see it. Some of it is from outside.
 *
 * @param page where the list takes requests, null where it has no page
 * @param mailTo where the list takes requests by mail, null where it takes none
 * @param missing what has to be said before it can be sent: {@code cause}, {@code fix}, {@code organisation}, {@code contact}
 * @param notes for whoever sends it
 * @param fields what a form may ask for
 */
public record DraftView(
        String subject,
        String body,
        @Nullable String page,
        @Nullable String mailTo,
        List<String> missing,
        List<String> notes,
        List<Field> fields) {
    public record Field(String name, String value) {}

    static DraftView of(Draft draft) {
        return new DraftView(
                draft.subject(),
                draft.body(),
                WebLink.of(draft.page()).orElse(null),
                draft.mailTo().orElse(null),
                draft.missing(),
                draft.notes(),
                draft.fields().stream()
                        .map(field -> new Field(field.name(), field.value()))
                        .toList());
    }
}
