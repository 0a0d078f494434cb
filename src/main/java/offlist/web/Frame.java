package offlist.web;

import java.time.Duration;
import java.util.Comparator;
import offlist.track.ListStatus;
import offlist.track.Status;

/**
 * What every page has around it.
 *
 * @param now when the page was made
 * @param reload seconds until it loads itself again, 0 for never
 * @param lively whether it would load itself again if nobody had stopped it
 */
public record Frame(String title, String now, long reload, boolean lively) {
    private static final long SHORTEST = 5;
    private static final long LONGEST = 30;

    /** A page is as lively as the list that is asked most often, within reason. */
    static Frame of(String title, Status now, boolean refresh) {
        return new Frame(title, When.of(now.at(), now.at()).full(), refresh ? seconds(now) : 0, true);
    }

    /** One that never loads itself again: somebody may be typing. */
    static Frame still(String title, Status now) {
        return new Frame(title, When.of(now.at(), now.at()).full(), 0, false);
    }

    /** A number as pages show it. */
    public String count(Number number) {
        return Figures.of(number.longValue());
    }

    private static long seconds(Status now) {
        return now.lists().stream()
                .map(ListStatus::planned)
                .min(Comparator.naturalOrder())
                .map(Duration::toSeconds)
                .map(seconds -> Math.clamp(seconds, SHORTEST, LONGEST))
                .orElse(SHORTEST);
    }
}
