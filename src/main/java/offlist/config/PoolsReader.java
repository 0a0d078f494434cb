package offlist.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import offlist.pool.PoolSettings;
import offlist.yaml.YamlMap;

/** Reads the section {@code pools}. */
final class PoolsReader {
    private PoolsReader() {}

    static List<PoolSettings> read(YamlMap root) {
        List<PoolSettings> pools = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlMap entry : root.maps("pools")) {
            new PoolReader(entry).read().ifPresent(pools::add);
            String name = entry.text("name", "");
            if (!name.isEmpty() && !names.add(name)) {
                entry.problem("name", "there are two pools of the name `" + name + "`");
            }
        }
        if (root.items("pools").isEmpty()) {
            root.problems().warn(root, "there is no pool, so nothing is watched");
        }
        return pools;
    }
}
