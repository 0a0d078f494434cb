package offlist.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of recipients shows.
 *
 * @param list the list that they go by, when only those are shown; null otherwise
 * @param listName its name
 * @param byMx whether they are put together by their mail servers
 */
public record RecipientsPage(
        Frame frame, @Nullable String list, @Nullable String listName, boolean byMx, List<Row> rows) {

    /**
     * Those who refuse us together.
     *
     * @param others domains, when the row is not one itself
     * @param addresses of ours that were refused
     * @param more how many further ones
     */
    public record Row(
            String name,
            List<String> others,
            List<String> addresses,
            int more,
            String why,
            long refusals,
            When first,
            When last) {}
}
