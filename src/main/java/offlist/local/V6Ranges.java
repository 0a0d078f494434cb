package offlist.local;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The IPv6 networks of a file as rbldnsd's {@code ip6trie} understands them: the longest prefix that fits speaks. */
final class V6Ranges {
    private final Map<Integer, V6Layer> byPrefix = new TreeMap<>(Comparator.reverseOrder());
    private V6Layer[] layers = {};

    /** False when the address has something behind the prefix, so that it is no network. */
    boolean add(long high, long low, int prefix, int answer) {
        V6Layer layer = byPrefix.computeIfAbsent(prefix, V6Layer::new);
        boolean fits = layer.fits(high, low);
        if (fits) {
            layer.add(high, low, answer);
        }
        return fits;
    }

    void settle() {
        byPrefix.values().forEach(V6Layer::settle);
        layers = byPrefix.values().stream().filter(layer -> layer.size() > 0).toArray(V6Layer[]::new);
    }

    /** The answer to an address, -1 when there is none. */
    int find(long high, long low) {
        for (V6Layer layer : layers) {
            int answer = layer.find(high, low);
            if (answer >= 0) {
                return answer;
            }
        }
        return -1;
    }

    int size() {
        int size = 0;
        for (V6Layer layer : layers) {
            size += layer.size();
        }
        return size;
    }
}
