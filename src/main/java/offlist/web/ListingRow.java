package offlist.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listing on a page.
 *
 * @param meaning what the list says its codes mean
 * @param text what the list says in its TXT record
 * @param next the first thing to do
 * @param ended why it is over, null while it is open
 */
public record ListingRow(
        String id,
        String address,
        String list,
        String listName,
        List<String> pools,
        String severity,
        String reason,
        String meaning,
        String codes,
        String text,
        When since,
        @Nullable NextStep next,
        @Nullable String task,
        @Nullable String ended) {
    /** @param link where it is done, null when that is no web page */
    public record NextStep(String text, @Nullable String link) {}
}
