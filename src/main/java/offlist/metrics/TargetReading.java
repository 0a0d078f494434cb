package offlist.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;

/**
 * What lists say about one target, for a scrape of it.
 *
 * @param took from the request to the answer
 */
public record TargetReading(List<OnList> lists, Duration took) {
    /** Copies the list. */
    public TargetReading {
        lists = List.copyOf(lists);
    }

    /** What one list says. Nobody knows is neither of the others. */
    public enum Standing {
        LISTED,
        NOT_LISTED,
        UNKNOWN;

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How bad a listing is, and what for, in the words of the catalogue. */
    public record Grade(Severity severity, String reason) {}

    /**
     * What one list says.
     *
     * @param grade of what is listed
     * @param age of the last answer that tells
     * @param score where the list gives numbers
     */
    public record OnList(
            ListId list, Standing standing, Optional<Grade> grade, Optional<Duration> age, OptionalInt score) {
        /** One about which nobody knows. */
        public static OnList unknown(ListId list) {
            return new OnList(list, Standing.UNKNOWN, Optional.empty(), Optional.empty(), OptionalInt.empty());
        }
    }

    /** Whether at least one list has told something. */
    boolean known() {
        return lists.stream().anyMatch(list -> list.standing() != Standing.UNKNOWN);
    }

    long count(Standing standing) {
        return lists.stream().filter(list -> list.standing() == standing).count();
    }
}
