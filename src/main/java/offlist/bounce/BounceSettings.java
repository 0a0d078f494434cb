package offlist.bounce;

import java.time.Duration;
import java.util.List;

/**
 * What the operator says about bounces.
 *
 * @param keep how long refusals are kept
 * @param blocks from when on refusals by one receiver are a block
 */
public record BounceSettings(Duration keep, BlockSettings blocks, List<SourceSettings> sources) {
    /** What holds when nobody says anything. */
    public static final BounceSettings DEFAULT =
            new BounceSettings(Duration.ofDays(90), BlockSettings.DEFAULT, List.of());

    /** Copies the list. */
    public BounceSettings {
        sources = List.copyOf(sources);
    }
}
