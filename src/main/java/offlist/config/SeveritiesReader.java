package offlist.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;
import offlist.track.Severities;
import offlist.yaml.Nearest;
import offlist.yaml.YamlMap;

/** Reads {@code severity} of the pools: one word for all lists, or a map of lists. */
final class SeveritiesReader {
    private static final String KEY = "severity";

    private final Catalogue catalogue;

    SeveritiesReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Before the pools themselves are read, which report the keys that nobody has asked for. */
    Severities read(YamlMap root) {
        Map<PoolName, Severities.Words> pools = new HashMap<>();
        for (YamlMap pool : root.maps("pools")) {
            Optional<Severities.Words> words = words(pool);
            String name = pool.text("name", "");
            words.filter(known -> PoolName.isName(name)).ifPresent(known -> pools.put(new PoolName(name), known));
        }
        return new Severities(pools);
    }

    private Optional<Severities.Words> words(YamlMap pool) {
        if (!(pool.node(KEY).orElse(null) instanceof YamlMap lists)) {
            return pool.enumeration(KEY, Severity.class).map(all -> new Severities.Words(Optional.of(all), Map.of()));
        }
        Map<ListId, Severity> words = new HashMap<>();
        for (String id : lists.keys()) {
            Optional<Severity> severity = lists.enumeration(id, Severity.class);
            blocklist(lists, id).ifPresent(list -> severity.ifPresent(word -> words.put(list, word)));
        }
        return Optional.of(new Severities.Words(Optional.empty(), words));
    }

    private Optional<ListId> blocklist(YamlMap lists, String id) {
        Optional<DnsList> list = ListId.parse(id).flatMap(catalogue::list);
        if (list.isEmpty()) {
            lists.problem(
                    id,
                    "there is no list `" + id + "`"
                            + Nearest.hint(
                                    id,
                                    catalogue.lists().stream()
                                            .map(known -> known.id().value())
                                            .toList()));
        } else if (!list.get().type().bad()) {
            lists.problem(id, "being on `" + id + "` is no harm, so it has no severity");
        }
        return list.map(DnsList::id);
    }
}
