package offlist.web;

import java.util.List;
import java.util.Map;
import offlist.delist.WorkTally;
import org.jspecify.annotations.Nullable;

/**
 * What the start page shows.
 *
 * @param trouble sources of pools that need a look
 * @param tasks those that need a person, the most urgent
 * @param work how many tasks there are
 * @param more open listings beyond those that are shown
 */
public record StartPage(
        Frame frame,
        Headline headline,
        List<PoolCard> pools,
        List<SourceRow> trouble,
        List<ListingRow> listings,
        int more,
        List<ListRow> lists,
        List<ResolverRow> resolvers,
        List<TransitionRow> transitions,
        List<TaskLine> tasks,
        WorkTally work) {
    /** Open listings, shown or not. */
    public int open() {
        return listings.size() + more;
    }

    public record PoolCard(String name, Map<String, String> labels, int addresses, int listed, int percent) {}

    /** A source that is not read as it should be. */
    public record SourceRow(String pool, String source, String message, When since) {}

    /** @param stretch why it is asked less often than wanted */
    public record ListRow(
            String id,
            String name,
            String state,
            String stateWords,
            String cause,
            When since,
            String interval,
            String stretch,
            @Nullable String oldest,
            long unknown,
            int listings) {}

    public record ResolverRow(String resolver, String state, String cause, When since) {
        public String stateWords() {
            return state.replace('_', ' ');
        }
    }
}
