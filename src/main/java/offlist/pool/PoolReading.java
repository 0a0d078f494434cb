package offlist.pool;

import java.util.List;

/**
 * The pool after a refresh and how its sources do.
 *
 * @param pool the same object as before when no source yields anything else
 * @param news the states whose status, message or notes changed in this refresh
 */
public record PoolReading(Pool pool, List<SourceState> states, List<SourceState> news) {
    public PoolReading {
        states = List.copyOf(states);
        news = List.copyOf(news);
    }
}
