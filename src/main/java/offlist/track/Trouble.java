package offlist.track;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import offlist.yaml.Labels;

/**
 * Something of the daemon's own that needs a person: a source that cannot be read, a budget that is used up, a receiver that
 * takes nothing. It begins and ends like a listing.
 *
 * @param about which one, such as a source, a list or a receiver
 * @param over it is over; {@code headline} and {@code lines} say so
 * @param lines what else there is to know, in plain sentences
 * @param labels what routes can match beside its kind and what it is about, such as {@code list} and {@code pool}
 */
public record Trouble(
        String id,
        Instant at,
        Kind kind,
        String about,
        boolean over,
        String headline,
        List<String> lines,
        Map<String, List<String>> labels)
        implements Event {
    /** What can be in trouble; the word stands in routes and metrics. */
    public enum Kind {
        POOL_SOURCE,
        /** Something that bounces come from and that cannot be read. */
        BOUNCE_SOURCE,
        BUDGET,
        DELIVERY,
        /** A list that should have let go by now; {@code about} is the removal task. */
        REMOVAL_TASK,
        /** A receiver that refuses an address by a judgement of its own; {@code about} is {@code ADDRESS/RECEIVER}. */
        REFUSAL,
        /** Not a trouble at all: a summary for {@code about}, a receiver; it is told once and never over. */
        DIGEST;

        public String label() {
            return Labels.of(this);
        }
    }

    private static final String PREFIX = "offlist.trouble.";

    public Trouble {
        lines = List.copyOf(lines);
        labels = Map.copyOf(labels);
    }

    /** Without further labels. */
    public Trouble(String id, Instant at, Kind kind, String about, boolean over, String headline, List<String> lines) {
        this(id, at, kind, about, over, headline, lines, Map.of());
    }

    /** Ends the id of an event that is the end of what the event with the id before it began. */
    public static final String OVER = "-over";

    /** The id of the event by which it began, for kinds whose ends are named after their beginnings. */
    public String began() {
        return id.endsWith(OVER) ? id.substring(0, id.length() - OVER.length()) : id;
    }

    /** The same for the beginning and the end. */
    public String incident() {
        return kind.label() + "/" + about;
    }

    @Override
    public String type() {
        return PREFIX + kind.label();
    }

    @Override
    public String subject() {
        return about;
    }

    /** Whether an event's type is one of these. */
    public static boolean isTypeOf(String type) {
        return type.startsWith(PREFIX);
    }

    static Kind kindOf(String type) {
        return Kind.valueOf(type.substring(PREFIX.length()).replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
