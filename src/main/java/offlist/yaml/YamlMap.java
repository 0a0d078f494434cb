package offlist.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A map of keys, read once by whoever owns the section. Each getter names the key it reads; a value that does not fit
 * is recorded and read as absent. {@link #done()} at the end reports the keys nobody asked for. Not for several threads.
 */
public final class YamlMap implements YamlNode {

    private final String path;
    private final int line;
    private final Map<String, YamlNode> entries;
    private final Map<String, Integer> keyLines;
    private final Path folder;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    YamlMap(
            String path,
            int line,
            Map<String, YamlNode> entries,
            Map<String, Integer> keyLines,
            Path folder,
            Problems problems) {
        this.path = path;
        this.line = line;
        this.entries = new LinkedHashMap<>(entries);
        this.keyLines = Map.copyOf(keyLines);
        this.folder = folder;
        this.problems = problems;
    }

    /** A map without any key, for a section that was left out. */
    public static YamlMap empty(String path, Problems problems) {
        return new YamlMap(path, 0, Map.of(), Map.of(), Path.of(""), problems);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public int line() {
        return line;
    }

    /** Where the mistakes found in this map go. */
    public Problems problems() {
        return problems;
    }

    /** All keys as written, for maps whose keys the user chooses. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** Whether the key is there with a value. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The value of a key whatever it is. */
    public Optional<YamlNode> node(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    /** A text that must be there; empty, with a problem, when it is not. */
    public String text(String key) {
        return required(key, optionalText(key)).orElse("");
    }

    /** A text with a default. */
    public String text(String key, String otherwise) {
        return optionalText(key).orElse(otherwise);
    }

    /** A text that may be left out. */
    public Optional<String> optionalText(String key) {
        return textNode(key).map(YamlText::value);
    }

    /** A text with its place. */
    public Optional<YamlText> textNode(String key) {
        return node(key).flatMap(this::asText);
    }

    /** A list of texts; a lone text is a list of one. */
    public List<String> texts(String key) {
        return textNodes(key).stream().map(YamlText::value).toList();
    }

    /** A list of texts with their places. */
    public List<YamlText> textNodes(String key) {
        return items(key).stream().flatMap(item -> asText(item).stream()).toList();
    }

    /** The items of a list; a lone value is a list of one, a missing one an empty list. */
    public List<YamlNode> items(String key) {
        return node(key)
                .map(value -> value instanceof YamlList list ? list.items() : List.of(value))
                .orElse(List.of());
    }

    /** A section that may be left out. */
    public Optional<YamlMap> map(String key) {
        return node(key).flatMap(this::asMap);
    }

    /** A section; an empty one when it was left out. */
    public YamlMap section(String key) {
        return map(key).orElseGet(() -> empty(child(key), problems));
    }

    /** A list of sections. */
    public List<YamlMap> maps(String key) {
        return items(key).stream().flatMap(item -> asMap(item).stream()).toList();
    }

    /** True or false, with a default. */
    public boolean bool(String key, boolean otherwise) {
        return read(key, "`true` or `false`", Values::bool).orElse(otherwise);
    }

    /** A whole number within bounds, with a default. */
    public int integer(String key, int min, int max, int otherwise) {
        return integer(key, min, max).orElse(otherwise);
    }

    /** A whole number within bounds that may be left out. */
    public Optional<Integer> integer(String key, int min, int max) {
        return read(key, "a whole number from " + min + " to " + max, text -> Values.integer(text, min, max));
    }

    /** A duration that may be left out. */
    public Optional<Duration> duration(String key) {
        return read(key, "a duration such as `30s`, `10m` or `1h30m`", Durations::parse);
    }

    /** A duration with a default. */
    public Duration duration(String key, Duration otherwise) {
        return duration(key).orElse(otherwise);
    }

    /** A rate that may be left out. */
    public Optional<Rate> rate(String key) {
        return read(key, "a rate such as `5/s`, `300/m` or `300000/d`", Rate::parse);
    }

    /** A part of a whole between 0 and 1, written in per cent, that may be left out. */
    public Optional<Double> share(String key) {
        return read(key, "a share such as `20%`", Values::share);
    }

    /** One of the words of an enum, which may be left out. */
    public <E extends Enum<E>> Optional<E> enumeration(String key, Class<E> type) {
        return textNode(key).flatMap(text -> word(text, type));
    }

    /** One of the words of an enum, with a default. */
    public <E extends Enum<E>> E enumeration(String key, Class<E> type, E otherwise) {
        return enumeration(key, type).orElse(otherwise);
    }

    /** Several words of an enum. */
    public <E extends Enum<E>> List<E> enumerations(String key, Class<E> type) {
        return textNodes(key).stream()
                .flatMap(text -> word(text, type).stream())
                .toList();
    }

    /** A secret: {@code {file: …}}, {@code {env: …}} or, with a warning, the text itself. */
    public Optional<Secret> secret(String key) {
        return node(key).flatMap(new SecretReader(problems, folder)::read);
    }

    /** Several secrets; a lone one is a list of one. */
    public List<Secret> secrets(String key) {
        SecretReader reader = new SecretReader(problems, folder);
        return items(key).stream().flatMap(item -> reader.read(item).stream()).toList();
    }

    /** The path of a file; a relative one begins in the folder of the file that names it. */
    public Optional<Path> file(String key) {
        return textNode(key).flatMap(text -> {
            try {
                return Optional.of(folder.resolve(text.value()).normalize());
            } catch (InvalidPathException wrong) {
                problems.add(text, text.describe() + " is no path");
                return Optional.empty();
            }
        });
    }

    /** Keeps an old name of a key as an error that names the new one. */
    public void renamed(String oldKey, String newKey) {
        asked.add(oldKey);
        if (entries.containsKey(oldKey)) {
            problems.add(child(oldKey), lineOf(oldKey), "this key is now called `" + newKey + "`");
        }
    }

    /** Records a mistake at a key's value, or at the map when the key is missing. */
    public void problem(String key, String message) {
        problems.add(child(key), lineOf(key), message);
    }

    /** Records that a key is needed, when it is missing. */
    public boolean needs(String key) {
        asked.add(key);
        if (!entries.containsKey(key)) {
            problems.add(this, "`" + key + "` is missing");
        }
        return entries.containsKey(key);
    }

    /** Reports every key that nobody asked for. Call it last. */
    public void done() {
        for (String key : keyLines.keySet()) {
            if (!asked.contains(key)) {
                problems.add(child(key), lineOf(key), "unknown key" + suggestion(key));
            }
        }
    }

    private String suggestion(String key) {
        List<String> free = new ArrayList<>(asked);
        free.removeAll(entries.keySet());
        String hint = Nearest.hint(key, free);
        if (hint.isEmpty()) {
            hint = Nearest.hint(key, asked);
        }
        boolean few = !asked.isEmpty() && asked.size() <= 24;
        return hint.isEmpty() && few ? ", known here: " + String.join(", ", asked) : hint;
    }

    private <T> Optional<T> read(String key, String wanted, Function<String, Optional<T>> reader) {
        return textNode(key).flatMap(text -> {
            Optional<T> value = reader.apply(text.value());
            if (value.isEmpty()) {
                problems.add(text, text.describe() + " is not " + wanted);
            }
            return value;
        });
    }

    private <E extends Enum<E>> Optional<E> word(YamlText text, Class<E> type) {
        Optional<E> found = Labels.find(type, text.value());
        if (found.isEmpty()) {
            String allowed = String.join(", ", Labels.all(type));
            problems.add(text, text.describe() + " is not one of: " + allowed);
        }
        return found;
    }

    private <T> Optional<T> required(String key, Optional<T> value) {
        if (value.isEmpty()) {
            needs(key);
        }
        return value;
    }

    private Optional<YamlText> asText(YamlNode node) {
        if (node instanceof YamlText text) {
            return Optional.of(text);
        }
        problems.add(node, "a single value is wanted here, not " + node.describe());
        return Optional.empty();
    }

    private Optional<YamlMap> asMap(YamlNode node) {
        if (node instanceof YamlMap map) {
            return Optional.of(map);
        }
        // A single value where a map belongs may be a secret that was written one level too high.
        String instead = node instanceof YamlText ? "a single value" : node.describe();
        problems.add(node, "a map of keys is wanted here, not " + instead);
        return Optional.empty();
    }

    private String child(String key) {
        return YamlReader.child(path, key);
    }

    private int lineOf(String key) {
        return keyLines.getOrDefault(key, line);
    }
}
