package offlist.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word a person probably meant. */
public final class Nearest {

    private record Candidate(String word, int distance) {}

    private Nearest() {}

    /** The closest known word, when it is close enough to be offered. */
    public static Optional<String> of(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || wanted.length() > 100) {
            return Optional.empty();
        }
        int limit = Math.max(1, wanted.length() / 3);
        return known.stream()
                .map(other -> new Candidate(other, distance(wanted, other.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= limit)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** The question to append to a message, or nothing. */
    public static String hint(String word, Collection<String> known) {
        return of(word, known).map(near -> ", did you mean `" + near + "`?").orElse("");
    }

    /** Levenshtein's distance, two rows at a time. */
    static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            above = nextRow(above, row, left.charAt(row - 1), right);
        }
        return above[right.length()];
    }

    private static int[] nextRow(int[] above, int row, char letter, String right) {
        int[] current = new int[above.length];
        current[0] = row;
        for (int column = 1; column < current.length; column++) {
            int replaced = above[column - 1] + (letter == right.charAt(column - 1) ? 0 : 1);
            current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
        }
        return current;
    }
}
