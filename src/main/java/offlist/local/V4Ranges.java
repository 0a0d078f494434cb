package offlist.local;

/**
 * The IPv4 ranges of a file as rbldnsd's {@code ip4set} understands them: a range falls into single addresses and whole /24,
 * /16 and /8; the smallest that has an address speaks for it, all entries of that size together.
 */
final class V4Ranges {
    private final V4Layer[] layers = {new V4Layer(0), new V4Layer(8), new V4Layer(16), new V4Layer(24)};

    /** Both ends included, as unsigned numbers. */
    void add(long from, long to, int answer) {
        long first = from;
        long last = to;
        for (int level = 0; first <= last; level++) {
            boolean top = level == layers.length - 1;
            if (top || first >>> 8 == last >>> 8) {
                boolean whole = !top && last - first == 255;
                layers[whole ? level + 1 : level].add(
                        whole ? first >>> 8 : first, whole ? 1 : last - first + 1, answer);
                return;
            }
            if ((first & 255) != 0) {
                layers[level].add(first, 256 - (first & 255), answer);
                first += 255;
            }
            if ((last & 255) != 255) {
                layers[level].add(last & ~255L, (last & 255) + 1, answer);
                last -= 256;
            }
            first >>>= 8;
            last >>= 8;
        }
    }

    void settle(AnswerTable answers) {
        for (V4Layer layer : layers) {
            layer.settle(answers);
        }
    }

    /** The answer to an address, -1 when there is none. */
    int find(int address) {
        for (V4Layer layer : layers) {
            int answer = layer.find(address);
            if (answer >= 0) {
                return answer;
            }
        }
        return -1;
    }

    int size() {
        int size = 0;
        for (V4Layer layer : layers) {
            size += layer.size();
        }
        return size;
    }
}
