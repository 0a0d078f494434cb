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
 * @param incident what it shares with others, for a link to all of them
 * @param covers the range or network that the list means, null where it means the address alone
 * @param others how many more open listings belong to the same incident and are not shown
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
        @Nullable String ended,
        boolean flapping,
        String incident,
        @Nullable String covers,
        int others) {
    /** @param link where it is done, null when that is no web page */
    public record NextStep(String text, @Nullable String link) {}
}
