package offlist.delist;

import java.time.Instant;
import java.util.Optional;

/**
 * Why something cannot be done about a task.
 *
 * @param why a sentence for people
 * @param until from when on it can; empty where time alone changes nothing
 */
public record Obstacle(String why, Optional<Instant> until) {
    /** Both in one sentence. */
    public String words() {
        return until.map(at -> why + "; not before " + at).orElse(why);
    }

    public static Obstacle of(String why) {
        return new Obstacle(why, Optional.empty());
    }
}
