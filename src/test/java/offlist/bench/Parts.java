package offlist.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All measurements by name, in the order in which they are made. */
final class Parts {
    private static final Map<String, Part> ALL = new LinkedHashMap<>();

    static {
        ALL.put("sweep", new SweepPart(new SweepPart.Size(65_536, 40, 2, 10, 10)));
        ALL.put("link", new LinkPart());
        ALL.put("dead", new DeadPart());
        ALL.put("memory", new MemoryPart());
        ALL.put("scrape", new ScrapePart());
        ALL.put("start", new StartPart());
        ALL.put("growth", new GrowthPart());
        ALL.put("inner", new InnerPart());
    }

    private Parts() {}

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static Optional<Part> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}
