package offlist.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import offlist.catalogue.Severity;
import offlist.track.ListStatus;
import offlist.track.Listing;
import offlist.track.Status;

/**
 * How things stand, in one sentence.
 *
 * @param level {@code bad}, {@code warn}, {@code good} or {@code unknown}; chooses the colour
 * @param detail the rest of what one has to know, empty when there is none
 */
public record Headline(String level, String sentence, String detail) {
    static Headline of(Status now) {
        int size = now.pool().size();
        long listed = now.bad().stream().map(Listing::target).distinct().count();
        List<ListStatus> silent =
                now.lists().stream().filter(list -> !answers(list)).toList();
        if (size == 0) {
            return new Headline(
                    "unknown",
                    "The pool is empty",
                    "There is no address to watch yet; `./offlist pool` shows what each source yields.");
        }
        if (now.lists().isEmpty()) {
            return new Headline("unknown", "No list is asked", count(size, "address", "addresses") + " in the pool.");
        }
        if (listed > 0) {
            return new Headline(
                    level(now),
                    Figures.of(listed) + " of " + count(size, "address", "addresses") + (listed == 1 ? " is" : " are")
                            + " listed",
                    severities(now) + also(silent));
        }
        if (silent.size() == now.lists().size()) {
            return new Headline(
                    "unknown", "Not known yet", "No list has given an answer for the whole pool that can be believed.");
        }
        return silent.isEmpty()
                ? new Headline(
                        "good", clean(size), "On no list of the " + now.lists().size() + " that are asked.")
                : new Headline("warn", "No listing known", sentence(silent));
    }

    private static boolean answers(ListStatus list) {
        return list.health().believable() && list.oldestAnswer().isPresent();
    }

    private static String level(Status now) {
        boolean grave =
                now.bad().stream().anyMatch(listing -> listing.severity().compareTo(Severity.MAJOR) <= 0);
        return grave ? "bad" : "warn";
    }

    private static String severities(Status now) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        now.bad().forEach(listing -> counts.merge(listing.severity(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((severity, count) -> parts.add(Figures.of(count) + " " + severity.label()));
        return count(now.bad().size(), "listing", "listings") + ": " + String.join(", ", parts) + ".";
    }

    private static String also(List<ListStatus> silent) {
        return silent.isEmpty() ? "" : " " + sentence(silent);
    }

    private static String sentence(List<ListStatus> silent) {
        return silent.size() == 1
                ? silent.getFirst().list() + " cannot tell at the moment."
                : silent.size() + " lists cannot tell at the moment.";
    }

    private static String clean(int size) {
        return size == 1 ? "The address is clean" : "All " + Figures.of(size) + " addresses are clean";
    }

    private static String count(int count, String one, String many) {
        return Figures.of(count) + " " + (count == 1 ? one : many);
    }
}
