package offlist.web;

import java.time.Instant;

/**
 * What every page has around it.
 *
 * @param now when the page was made
 * @param refresh whether it loads itself again
 */
public record Frame(String title, String now, boolean refresh) {
    static Frame of(String title, Instant now, boolean refresh) {
        return new Frame(title, When.of(now, now).full(), refresh);
    }
}
