package offlist.alert;

import java.time.Duration;

/** What people do about an incident from where they read of it. A repeat does no harm, and neither does an incident that is over. */
public interface Actions {
    /**
     * Who did it, for the audit trail.
     *
     * @param name as in {@code slack:U123 (jane)}
     */
    record Actor(String name) {
        private static final int LONGEST = 120;

        public Actor {
            name = SafeText.line(name, LONGEST);
        }
    }

    /** Stops repeats, keeps the closing message. */
    void acknowledge(String incident, Actor who);

    /** Nothing is told of it for so long. */
    void silence(String incident, Duration how, Actor who);

    /** Somebody has asked the list for removal. */
    void removalRequested(String incident, Actor who);
}
