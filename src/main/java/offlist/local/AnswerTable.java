package offlist.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every different answer of a file once, by a number. Several answers to one address have a number together. */
final class AnswerTable {
    /** The number of an exclusion: whoever has it is not listed. */
    static final int EXCLUDED = 0;
    /** More than any list has; a range keeps its answer in 24 bits. */
    static final int MOST = 1 << 20;
    /** More answers to one address than a response over UDP could hold. */
    private static final int MOST_TOGETHER = 16;

    private final List<List<LocalAnswer>> answers = new ArrayList<>(List.of(List.of()));
    private final Map<List<LocalAnswer>, Integer> numbers = new HashMap<>();

    int number(LocalAnswer answer) {
        return number(List.of(answer));
    }

    private int number(List<LocalAnswer> together) {
        Integer known = numbers.get(together);
        if (known != null) {
            return known;
        }
        if (answers.size() >= MOST) {
            throw new TooMuch("more than " + MOST + " different answers");
        }
        answers.add(together);
        numbers.put(together, answers.size() - 1);
        return answers.size() - 1;
    }

    /** Both answers; an exclusion is stronger than all. */
    int both(int one, int other) {
        if (one == other || one == EXCLUDED || other == EXCLUDED) {
            return Math.min(one, other);
        }
        List<LocalAnswer> together = new ArrayList<>(answers.get(one));
        answers.get(other).stream()
                .filter(answer -> !together.contains(answer) && together.size() < MOST_TOGETHER)
                .forEach(together::add);
        return number(List.copyOf(together));
    }

    int size() {
        return answers.size();
    }

    List<LocalAnswer> get(int number) {
        return answers.get(number);
    }

    /** Any code that says listed, where there is one. */
    int someCode() {
        return answers.size() > 1 ? answers.get(1).getFirst().code() : LocalAnswer.LISTED;
    }

    /** No further answers come. */
    void close() {
        numbers.clear();
    }

    /** The file is more than is kept of any file. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuch(String what) {
            super(what);
        }
    }
}
