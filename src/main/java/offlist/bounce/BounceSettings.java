package offlist.bounce;

import java.time.Duration;
import java.util.List;

/**
 * What the operator says about bounces.
 *
 * @param keep how long refusals are kept
 */
public record BounceSettings(Duration keep, List<SourceSettings> sources) {
    /** What holds when nobody says anything. */
    public static final BounceSettings DEFAULT = new BounceSettings(Duration.ofDays(90), List.of());

    /** Copies the list. */
    public BounceSettings {
        sources = List.copyOf(sources);
    }
}
