package offlist.web;

import java.util.Map;

/**
 * A pool as programs see it.
 *
 * @param addresses how many targets are in it
 * @param listed how many of them are on at least one list
 * @param listings open listings of them
 */
public record PoolView(String name, Map<String, String> labels, int addresses, int listed, int listings) {
    public PoolView {
        labels = Map.copyOf(labels);
    }
}
