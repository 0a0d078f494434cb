package offlist.bounce;

import java.time.Duration;
import java.util.List;
import offlist.bounce.hook.HookSettings;

/**
 * What the operator says about bounces.
 *
 * @param keep how long refusals are kept
 * @param blocks from when on refusals by one receiver are a block
 * @param hooks the services that tell of bounces by web hooks
 */
public record BounceSettings(
        Duration keep, BlockSettings blocks, List<SourceSettings> sources, List<HookSettings> hooks) {
    /** What holds when nobody says anything. */
    public static final BounceSettings DEFAULT =
            new BounceSettings(Duration.ofDays(90), BlockSettings.DEFAULT, List.of(), List.of());

    /** Copies the lists. */
    public BounceSettings {
        sources = List.copyOf(sources);
        hooks = List.copyOf(hooks);
    }
}
