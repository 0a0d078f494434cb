package offlist.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import offlist.bounce.BlockSettings;
import offlist.bounce.BounceSettings;
import offlist.bounce.SourceSettings;
import offlist.bounce.hook.HookSettings;
import offlist.yaml.YamlMap;

/** Reads the section {@code bounces}. */
final class BouncesReader {
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(1000);

    private BouncesReader() {}

    static BounceSettings read(YamlMap section) {
        Duration keep = Bounds.duration(section, "keep", SHORTEST, LONGEST).orElse(BounceSettings.DEFAULT.keep());
        BlockSettings blocks = blocks(section.section("blocks"));
        List<SourceSettings> sources = new ArrayList<>();
        for (YamlMap entry : section.maps("sources")) {
            BounceSourceReader.read(entry).ifPresent(sources::add);
        }
        section.map("listen").flatMap(ListenReader::read).ifPresent(sources::add);
        List<HookSettings> hooks = HooksReader.read(section.maps("hooks"));
        section.done();
        return new BounceSettings(keep, blocks, sources, hooks);
    }

    private static BlockSettings blocks(YamlMap section) {
        BlockSettings usual = BlockSettings.DEFAULT;
        BlockSettings blocks = new BlockSettings(
                section.integer("recipients", 1, 1000).orElse(usual.recipients()),
                Bounds.duration(section, "within", Duration.ofMinutes(1), LONGEST)
                        .orElse(usual.within()),
                Bounds.duration(section, "quiet", Duration.ofMinutes(1), LONGEST)
                        .orElse(usual.quiet()));
        section.done();
        return blocks;
    }
}
