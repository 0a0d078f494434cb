package offlist.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a list: a stable slug that is never used again for another list. */
public record ListId(String value) implements Comparable<ListId> {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    /** Refuses what is no slug. */
    public ListId {
        if (!SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException("no list id: " + value);
        }
    }

    /** The id, or nothing when the text is none. */
    public static Optional<ListId> parse(String text) {
        return SLUG.matcher(text).matches() ? Optional.of(new ListId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(ListId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
