package offlist.grafana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics that there are, with their labels: ours from {@code docs/metrics.md}, those of the framework that we show. */
record KnownMetrics(Map<String, Set<String>> labels) {
    private static final Pattern SECTION =
            Pattern.compile("### `(offlist_[a-z_]+)`\\s+Type: (\\w+)\\. Labels: ([^\\n]*)\\.\\n");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final Set<String> TARGET = Set.of("job", "instance");

    /** Words that stand where a metric could. */
    private static final Set<String> WORDS = Set.of(
            "by",
            "without",
            "on",
            "ignoring",
            "group_left",
            "group_right",
            "or",
            "and",
            "unless",
            "offset",
            "bool",
            "inf");

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR =
            Pattern.compile("\\b([a-zA-Z_:][a-zA-Z0-9_:]*+)\\s*+(\\{[^}]*})?+(?!\\s*\\()");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern OFFSET = Pattern.compile("\\boffset\\s+\\S+");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");

    static KnownMetrics read() {
        Map<String, Set<String>> all = new TreeMap<>();
        Matcher section = SECTION.matcher(document());
        while (section.find()) {
            Set<String> labels = NAME.matcher(section.group(3))
                    .results()
                    .map(each -> each.group(1))
                    .collect(Collectors.toSet());
            if (section.group(2).equals("histogram")) {
                add(all, section.group(1) + "_bucket", labels, "le");
                add(all, section.group(1) + "_count", labels);
                add(all, section.group(1) + "_sum", labels);
            } else {
                add(all, section.group(1), labels);
            }
        }
        add(all, "up", Set.of());
        add(all, "process_start_time_seconds", Set.of());
        add(all, "process_cpu_usage", Set.of());
        add(all, "process_files_open_files", Set.of());
        add(all, "process_files_max_files", Set.of());
        add(all, "system_cpu_usage", Set.of());
        add(all, "jvm_memory_used_bytes", Set.of(), "area", "id");
        add(all, "jvm_memory_max_bytes", Set.of(), "area", "id");
        add(all, "jvm_gc_pause_seconds_sum", Set.of(), "action", "cause", "gc");
        add(all, "jvm_threads_live_threads", Set.of());
        return new KnownMetrics(all);
    }

    private static void add(Map<String, Set<String>> all, String name, Set<String> labels, String... more) {
        Set<String> each = new TreeSet<>(labels);
        each.addAll(TARGET);
        each.addAll(Arrays.asList(more));
        all.put(name, each);
    }

    private static String document() {
        try {
            return Files.readString(Path.of("docs/metrics.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A metric in an expression, with what stands in its braces. */
    record Used(String name, String matchers) {
        List<String> labels() {
            return MATCHER.matcher(STRING.matcher(matchers).replaceAll("\"\""))
                    .results()
                    .map(each -> each.group(1))
                    .toList();
        }
    }

    static List<Used> used(String expr) {
        String bare = GROUPING.matcher(
                        OFFSET.matcher(RANGE.matcher(expr).replaceAll("")).replaceAll(""))
                .replaceAll(" ");
        // Braces first, since what is in strings looks like anything.
        List<Used> used = new ArrayList<>();
        Matcher selector = SELECTOR.matcher(emptied(bare));
        while (selector.find()) {
            if (!WORDS.contains(selector.group(1))) {
                String braces = selector.group(2);
                used.add(new Used(selector.group(1), braces == null ? "" : braces));
            }
        }
        return used;
    }

    /** Without strings outside of braces. */
    private static String emptied(String expr) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (char c : expr.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            }
            if (!quoted && c == '{') {
                depth++;
            }
            if (depth > 0 || (!quoted && c != '"')) {
                text.append(depth > 0 && quoted && c == '}' ? '_' : c);
            }
            if (!quoted && c == '}') {
                depth--;
            }
        }
        return text.toString();
    }

    /** What an expression wants that there is not; {@code made} are labels and metrics that rules make. */
    List<String> missing(String expr, Set<String> made) {
        List<String> missing = new ArrayList<>();
        Set<String> present = new TreeSet<>(made);
        for (Used each : used(expr)) {
            Set<String> its = labels.get(each.name());
            if (its == null) {
                if (!made.contains(each.name())) {
                    missing.add("no metric " + each.name());
                }
                continue;
            }
            present.addAll(its);
            each.labels().stream()
                    .filter(label -> !its.contains(label))
                    .forEach(label -> missing.add(each.name() + " has no label " + label));
        }
        GROUPING.matcher(expr)
                .results()
                .flatMap(each -> Arrays.stream(each.group(1).split(",", -1)))
                .map(String::strip)
                .filter(label -> !label.isEmpty() && !present.contains(label))
                .forEach(label -> missing.add("nothing has the label " + label));
        return missing;
    }
}
