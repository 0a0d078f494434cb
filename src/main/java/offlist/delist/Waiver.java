package offlist.delist;

import java.time.Instant;
import offlist.ready.Check;
import offlist.ready.Finding;

/** A person says that a bad finding does not matter here. */
public record Waiver(Check check, String about, String by, Instant at, String why) {
    boolean sameAs(Waiver other) {
        return check == other.check && about.equals(other.about);
    }

    boolean covers(Finding finding) {
        return finding.check() == check && finding.about().equals(about);
    }
}
