package offlist.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Finds many fixed texts in one pass. Texts are kept by their first three characters; at each place of the text only those
 * that begin so are compared, which are few.
 */
final class Literals<T> {

    /** Fewer characters are no evidence of anything. */
    static final int SHORTEST = 3;

    private static final int BUCKETS = 1 << 13;

    private record Literal<T>(String text, List<T> means) {}

    private final List<List<Literal<T>>> buckets = new ArrayList<>();

    private Literals(Map<String, List<T>> texts) {
        for (int i = 0; i < BUCKETS; i++) {
            buckets.add(List.of());
        }
        texts.forEach((text, means) -> {
            int bucket = bucket(text, 0);
            List<Literal<T>> grown = new ArrayList<>(buckets.get(bucket));
            grown.add(new Literal<>(text, List.copyOf(means)));
            buckets.set(bucket, List.copyOf(grown));
        });
    }

    /** Calls back for each place of each text found, overlapping ones too. */
    void in(String text, Found<T> found) {
        for (int at = 0; at + SHORTEST <= text.length(); at++) {
            for (Literal<T> literal : buckets.get(bucket(text, at))) {
                if (text.startsWith(literal.text, at)) {
                    for (T meant : literal.means) {
                        found.at(at, at + literal.text.length(), meant);
                    }
                }
            }
        }
    }

    private static int bucket(String text, int at) {
        int mixed = (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2);
        return (mixed ^ mixed >>> 13) & (BUCKETS - 1);
    }

    /** What is told of a place. */
    interface Found<T> {
        void at(int from, int to, T meant);
    }

    /** Collects texts, then searches. */
    static final class Builder<T> implements BiConsumer<String, T> {
        private final Map<String, List<T>> texts = new HashMap<>();

        @Override
        public void accept(String text, T meant) {
            if (text.length() < SHORTEST) {
                throw new IllegalArgumentException("too short to search for: " + text);
            }
            texts.computeIfAbsent(text, unused -> new ArrayList<>()).add(meant);
        }

        Literals<T> build() {
            return new Literals<>(texts);
        }
    }
}
