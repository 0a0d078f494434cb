package offlist.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import offlist.catalogue.Kind;
import offlist.pool.Pool;
import offlist.pool.PoolCount;
import offlist.pool.PoolSettings;
import offlist.pool.Target;
import offlist.yaml.Labels;

/** Members of pools in the form of Prometheus' HTTP service discovery, written one by one: there may be a million. */
record TargetGroups(List<PoolSettings> pools, Pool members, Set<Kind> kinds) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String META = "__meta_offlist_";

    TargetGroups {
        pools = List.copyOf(pools);
        kinds = Set.copyOf(kinds);
    }

    /** Those that are wanted; all where none is named. */
    static Set<Kind> kinds(Optional<String> wanted) {
        return wanted.<Set<Kind>>map(text -> Labels.find(Kind.class, text)
                        .map(EnumSet::of)
                        .orElseThrow(() -> Wanted.wrong("kind", text, "ipv4, ipv6 or domain")))
                .orElseGet(() -> EnumSet.allOf(Kind.class));
    }

    void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartArray();
            for (PoolSettings pool : pools) {
                pool(json, pool);
            }
            json.writeEndArray();
        }
    }

    /** Members come by kind. */
    private void pool(JsonGenerator json, PoolSettings pool) throws IOException {
        Iterator<Target> targets = members.members(pool.name()).iterator();
        PoolCount count = members.count(pool.name());
        group(json, pool, Kind.IPV4, count.v4(), targets);
        group(json, pool, Kind.IPV6, count.v6(), targets);
        group(json, pool, Kind.DOMAIN, count.names(), targets);
    }

    private void group(JsonGenerator json, PoolSettings pool, Kind kind, int count, Iterator<Target> targets)
            throws IOException {
        boolean wanted = count > 0 && kinds.contains(kind);
        if (wanted) {
            json.writeStartObject();
            json.writeArrayFieldStart("targets");
        }
        for (int i = 0; i < count; i++) {
            Target target = targets.next();
            if (wanted) {
                json.writeString(target.text());
            }
        }
        if (wanted) {
            end(json, pool, kind);
        }
    }

    private static void end(JsonGenerator json, PoolSettings pool, Kind kind) throws IOException {
        json.writeEndArray();
        json.writeObjectFieldStart("labels");
        for (Map.Entry<String, String> label : labels(pool, kind).entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static Map<String, String> labels(PoolSettings pool, Kind kind) {
        Map<String, String> labels = pool.labels().entrySet().stream()
                .collect(Collectors.toMap(
                        label -> META + "pool_label_" + label.getKey().replaceAll("[^a-zA-Z0-9_]", "_"),
                        Map.Entry::getValue,
                        (a, b) -> a,
                        TreeMap::new));
        labels.put(META + "pool", pool.name().value());
        labels.put(META + "kind", kind.label());
        return labels;
    }
}
