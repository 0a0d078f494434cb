package offlist.config;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import offlist.pool.PoolSettings;

/** One pool of the effective settings. */
final class PoolText {
    /** More inline ranges than this say nothing on a screen. */
    private static final int MOST_SHOWN = 20;

    private final String prefix;
    private final List<String> lines = new ArrayList<>();

    private PoolText(PoolSettings pool) {
        this.prefix = "pool " + pool.name() + " ";
    }

    static List<String> lines(PoolSettings pool) {
        PoolText text = new PoolText(pool);
        text.add(
                "labels",
                new TreeMap<>(pool.labels())
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .toList());
        text.add("addresses", pool.addresses());
        text.add("file", pool.file().stream().toList());
        text.add("spf", pool.spf());
        text.add("hosts", pool.hosts());
        text.add("domains", pool.domains());
        text.add("helo", pool.helo());
        text.add("ptr-names", pool.ptrNames() ? List.of(true) : List.of());
        text.add("max-addresses", pool.maxAddresses().stream().toList());
        text.add("refresh", List.of(EffectiveSettings.duration(pool.refresh())));
        text.add("hold-shrunk", List.of(EffectiveSettings.duration(pool.holdShrunk())));
        return text.lines;
    }

    private void add(String name, List<?> values) {
        if (values.isEmpty()) {
            return;
        }
        List<?> shown = values.subList(0, Math.min(values.size(), MOST_SHOWN));
        String more = values.size() > shown.size() ? " and " + (values.size() - shown.size()) + " more" : "";
        lines.add(prefix + name + ": " + EffectiveSettings.words(shown) + more);
    }
}
