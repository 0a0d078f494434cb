package offlist.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the addresses of a pool shows.
 *
 * @param networks the first of them
 * @param more how many more there are
 * @param spf records for a zone file; empty when they do not fit
 * @param advice what to do then
 * @param days how far back changes are shown
 * @param changes of the last days, null when they are not known
 */
public record AllowPage(
        Frame frame,
        String pool,
        int v4,
        int v6,
        @Nullable When changed,
        List<String> networks,
        long more,
        String spf,
        String advice,
        long days,
        @Nullable Changes changes) {
    /** Of each the first ones. */
    public record Changes(List<String> added, List<String> removed, int moreAdded, int moreRemoved) {
        public boolean none() {
            return added.isEmpty() && removed.isEmpty();
        }
    }

    public int all() {
        return v4 + v6;
    }
}
