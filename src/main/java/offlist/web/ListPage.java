package offlist.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a list shows.
 *
 * @param status how it does, null when it is not asked
 * @param more open listings beyond those that are shown
 */
public record ListPage(
        Frame frame, ListDetailView detail, StartPage.@Nullable ListRow status, List<ListingRow> listings, int more) {
    /** Open listings, shown or not. */
    public int open() {
        return listings.size() + more;
    }
}
