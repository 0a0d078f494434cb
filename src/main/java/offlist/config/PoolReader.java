package offlist.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.alert.AlertLabels;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.IpRange;
import offlist.pool.PoolCheck;
import offlist.pool.PoolLimits;
import offlist.pool.PoolName;
import offlist.pool.PoolSettings;
import offlist.pool.RangeSet;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads one pool. */
final class PoolReader {
    private static final List<String> SOURCES = List.of("addresses", "file", "spf", "hosts", "domains", "helo");
    private static final int MOST_ADDRESSES = 1 << 24;
    private static final Duration SHORTEST_REFRESH = Duration.ofSeconds(1);
    private static final Duration LONGEST_REFRESH = Duration.ofHours(24);
    private static final Duration LONGEST_HOLD = Duration.ofDays(30);

    private final YamlMap entry;
    private final PoolLimits limits;

    PoolReader(YamlMap entry) {
        this.entry = entry;
        this.limits = new PoolLimits(entry.integer("max-addresses", 1, MOST_ADDRESSES));
    }

    Optional<PoolSettings> read() {
        Optional<PoolName> name = name();
        PoolSettings settings = new PoolSettings(
                name.orElse(new PoolName("x")),
                labels(entry.section("labels")),
                addresses(),
                file(),
                domains("spf"),
                domains("hosts"),
                domains("domains"),
                domains("helo"),
                entry.bool("ptr-names", false),
                limits.maxAddresses(),
                Bounds.duration(entry, "refresh", SHORTEST_REFRESH, LONGEST_REFRESH)
                        .orElse(PoolSettings.DEFAULT_REFRESH),
                Bounds.duration(entry, "hold-shrunk", Duration.ZERO, LONGEST_HOLD)
                        .orElse(PoolSettings.DEFAULT_HOLD));
        if (SOURCES.stream().allMatch(key -> entry.items(key).isEmpty())) {
            entry.problems()
                    .add(
                            entry,
                            "the pool has no source: give it `addresses`, `file`, `spf`, `hosts`, `domains` or `helo`");
        }
        entry.done();
        return name.map(known -> settings);
    }

    private Optional<PoolName> name() {
        String text = entry.text("name");
        if (PoolName.isName(text)) {
            return Optional.of(new PoolName(text));
        }
        if (entry.has("name")) {
            entry.problem("name", "a pool's name has up to 63 letters, digits, `.`, `_` and `-`");
        }
        return Optional.empty();
    }

    private static Map<String, String> labels(YamlMap section) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String key : section.keys()) {
            if (!key.matches("[A-Za-z_][A-Za-z0-9_]{0,62}")) {
                section.problem(key, "a label's name has up to 63 letters, digits and `_`, and begins with no digit");
            } else if (AlertLabels.NAMES.contains(key)) {
                section.problem(key, "every alert has a label of this name already, take another");
            }
            labels.put(key, section.text(key));
        }
        section.done();
        return labels;
    }

    private List<IpRange> addresses() {
        List<IpRange> ranges = new ArrayList<>();
        for (YamlText text : entry.textNodes("addresses")) {
            try {
                IpRange range = IpRange.parse(text.value());
                limits.refuses(range).ifPresentOrElse(why -> entry.problems().add(text, why), () -> ranges.add(range));
            } catch (IllegalArgumentException wrong) {
                entry.problems().add(text, Shorter.of(wrong) + nameHint(text));
            }
        }
        limits.refuses(RangeSet.of(ranges)).ifPresent(why -> entry.problem("addresses", why));
        return ranges;
    }

    private static String nameHint(YamlText text) {
        boolean name =
                text.value().contains(".") && DomainName.tryParse(text.value()).isPresent();
        return name ? "; a host name goes under `hosts`" : "";
    }

    /** What is wrong in a pool file is known before the start, yet it is a state of the pool, not of this file. */
    private Optional<Path> file() {
        Optional<Path> file = entry.file("file");
        file.flatMap(path -> PoolCheck.file(path, limits))
                .ifPresent(why -> entry.problems().warn(entry.textNode("file").orElseThrow(), why));
        return file;
    }

    private List<DomainName> domains(String key) {
        return entry.textNodes(key).stream().flatMap(this::domain).distinct().toList();
    }

    private Stream<DomainName> domain(YamlText text) {
        Optional<DomainName> name = DomainName.tryParse(text.value());
        if (name.isEmpty()) {
            boolean address = IpAddress.tryParse(text.value()).isPresent();
            String hint = address ? "; an address goes under `addresses`" : "";
            String why = address
                    ? hint
                    : DomainName.fault(text.value()).map(fault -> ": " + fault).orElse("");
            entry.problems().add(text, text.describe() + " is not a domain name" + why);
        }
        DomainName.oddity(text.value()).ifPresent(odd -> entry.problems().warn(text, text.describe() + " " + odd));
        return name.stream();
    }
}
