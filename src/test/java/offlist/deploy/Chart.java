package offlist.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * A Helm chart with values, rendered as far as {@link ChartTemplate} knows the language; a word it does not know is an error,
 * so that no template passes that was not understood.
 */
final class Chart {
    private final Path folder;
    private final Map<String, Object> values;

    private Chart(Path folder, Map<String, Object> values) {
        this.folder = folder;
        this.values = values;
    }

    static Chart of(Path folder) {
        return new Chart(folder, new Yaml().load(read(folder.resolve("values.yaml"))));
    }

    /** With other values laid over the chart's own, as {@code --values} does. */
    Chart with(String yaml) {
        return new Chart(folder, merged(values, new Yaml().load(yaml)));
    }

    Map<String, Object> values() {
        return values;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> merged(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> both = new LinkedHashMap<>(below);
        above.forEach((key, value) -> both.merge(
                key,
                value,
                (old, given) -> old instanceof Map && given instanceof Map && !key.equals("config")
                        ? merged((Map<String, Object>) old, (Map<String, Object>) given)
                        : given));
        return both;
    }

    /** All templates as text, in the order of their names. */
    String text(String release) {
        Map<String, Object> context = Map.of("Values", values, "Release", Map.of("Name", release));
        StringBuilder text = new StringBuilder();
        for (Path template : templates()) {
            String rendered = new ChartTemplate(read(template), this).render(context);
            if (!rendered.isBlank()) {
                text.append("---\n").append(rendered.strip()).append('\n');
            }
        }
        return text.toString();
    }

    /** The objects that the cluster is given. */
    List<Map<String, Object>> objects(String release) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Object object : new Yaml().loadAll(text(release))) {
            if (object instanceof Map<?, ?> map) {
                Map<String, Object> typed = new LinkedHashMap<>();
                map.forEach((key, value) -> typed.put(String.valueOf(key), value));
                objects.add(typed);
            }
        }
        return objects;
    }

    String file(String name) {
        return read(folder.resolve(name));
    }

    /** Files of a folder that end as said, as a map of their names to their contents. */
    Map<String, String> files(String pattern) {
        Map<String, String> files = new TreeMap<>();
        Path parent = folder.resolve(pattern.substring(0, pattern.lastIndexOf('/')));
        if (Files.isDirectory(parent)) {
            try (Stream<Path> found = Files.list(parent)) {
                found.filter(file -> file.toString().endsWith(pattern.substring(pattern.lastIndexOf('*') + 1)))
                        .forEach(file -> files.put(String.valueOf(file.getFileName()), read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private List<Path> templates() {
        try (Stream<Path> files = Files.list(folder.resolve("templates"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Blocks and sorted keys, as Helm writes it. */
    static String yaml(Object value) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(options).dump(sorted(value)).stripTrailing();
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> keys = new TreeMap<>();
            map.forEach((key, inner) -> keys.put(String.valueOf(key), sorted(inner)));
            return keys;
        }
        return value instanceof List<?> list ? list.stream().map(Chart::sorted).toList() : value;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
