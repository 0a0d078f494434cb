package offlist.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.bounce.BlockSettings;
import offlist.bounce.BounceSettings;
import offlist.bounce.SourceSettings;
import offlist.bounce.SourceSettings.LogFormat;
import offlist.bounce.hook.HookSettings;
import offlist.pool.IpAddress;
import offlist.yaml.YamlMap;

/** Reads the section {@code bounces}. */
final class BouncesReader {
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(1000);
    private static final List<String> KINDS = List.of("maildir", "mbox", "log");

    private BouncesReader() {}

    static BounceSettings read(YamlMap section) {
        Duration keep = Bounds.duration(section, "keep", SHORTEST, LONGEST).orElse(BounceSettings.DEFAULT.keep());
        BlockSettings blocks = blocks(section.section("blocks"));
        List<SourceSettings> sources = new ArrayList<>();
        for (YamlMap entry : section.maps("sources")) {
            source(entry).ifPresent(sources::add);
        }
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

    private static Optional<SourceSettings> source(YamlMap entry) {
        List<String> given = KINDS.stream().filter(entry::has).toList();
        if (given.size() != 1) {
            entry.problems().add(entry, "a source is one of `maildir`, `mbox` and `log`");
        }
        Optional<Path> maildir = entry.file("maildir");
        Optional<Path> mbox = entry.file("mbox");
        Optional<Path> log = entry.file("log");
        Optional<LogFormat> format = entry.enumeration("format", LogFormat.class);
        Map<String, IpAddress> addresses = addresses(entry.section("addresses"));
        if (log.isPresent()) {
            entry.needs("format");
        } else if (entry.has("format") || entry.has("addresses")) {
            entry.problems().add(entry, "`format` and `addresses` belong to a `log`");
        }
        entry.done();
        return Stream.of(
                        maildir.<SourceSettings>map(SourceSettings.Maildir::new),
                        mbox.<SourceSettings>map(SourceSettings.Mbox::new),
                        log.flatMap(file ->
                                format.<SourceSettings>map(known -> new SourceSettings.Log(file, known, addresses))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Map<String, IpAddress> addresses(YamlMap section) {
        Map<String, IpAddress> addresses = new LinkedHashMap<>();
        for (String name : section.keys()) {
            Optional<IpAddress> address = section.optionalText(name).flatMap(IpAddress::tryParse);
            if (address.isEmpty()) {
                section.problem(name, "an address such as 192.0.2.10 is wanted");
            }
            address.ifPresent(known -> addresses.put(name, known));
        }
        section.done();
        return addresses;
    }
}
