package offlist.deploy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Helm's template language that our chart uses: {@code if}, {@code with}, {@code range} and their {@code end},
 * paths, texts in quotes, {@code toYaml}, {@code printf} with {@code %s}, {@code .Files.Get}, {@code .Files.Glob} as
 * configuration, {@code nindent}, {@code quote}, {@code replace}, {@code sha256sum}, {@code trimSuffix}, and trimming on the left. Anything else
 * is refused.
 */
final class ChartTemplate {
    private static final Pattern TAG = Pattern.compile("(\\{\\{-?)\\s*(.*?)\\s*(-?}})", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

    private sealed interface Part {}

    private record Text(String text) implements Part {}

    private record Tag(String words) implements Part {}

    private final List<Part> parts = new ArrayList<>();
    private final Chart chart;
    private int at;

    ChartTemplate(String source, Chart chart) {
        this.chart = chart;
        Matcher tags = TAG.matcher(source);
        int from = 0;
        while (tags.find()) {
            String before = source.substring(from, tags.start());
            parts.add(new Text(tags.group(1).endsWith("-") ? before.stripTrailing() : before));
            parts.add(new Tag(tags.group(2)));
            if (tags.group(3).startsWith("-")) {
                throw new AssertionError("trimming on the right is not understood: " + tags.group());
            }
            from = tags.end();
        }
        parts.add(new Text(source.substring(from)));
    }

    String render(Map<String, Object> root) {
        at = 0;
        String text = block(root, root);
        if (at != parts.size()) {
            throw new AssertionError("an end too many");
        }
        return text;
    }

    /** Up to its end, or that of the template. */
    private String block(Object dot, Map<String, Object> root) {
        StringBuilder out = new StringBuilder();
        while (at < parts.size()) {
            switch (parts.get(at++)) {
                case Text text -> out.append(text.text());
                case Tag tag -> {
                    if (tag.words().equals("end")) {
                        return out.toString();
                    }
                    out.append(tag(tag.words(), dot, root));
                }
            }
        }
        return out.toString();
    }

    private String tag(String words, Object dot, Map<String, Object> root) {
        int space = words.indexOf(' ');
        String rest = words.substring(space + 1);
        return switch (space < 0 ? words : words.substring(0, space)) {
            case "if" -> repeated(truth(value(rest, dot, root)) ? List.of(dot) : List.of(), root);
            case "with" -> repeated(truth(value(rest, dot, root)) ? List.of(value(rest, dot, root)) : List.of(), root);
            case "range" -> repeated((List<?>) value(rest, dot, root), root);
            default -> String.valueOf(value(words, dot, root));
        };
    }

    /** The block that begins here, once for each dot; passed over when there is none. */
    private String repeated(List<?> dots, Map<String, Object> root) {
        int begin = at;
        StringBuilder out = new StringBuilder();
        for (Object dot : dots) {
            at = begin;
            out.append(block(dot, root));
        }
        if (dots.isEmpty()) {
            pass();
        }
        return out.toString();
    }

    private void pass() {
        int open = 1;
        while (open > 0) {
            if (parts.get(at++) instanceof Tag tag) {
                open += tag.words().equals("end") ? -1 : tag.words().matches("(if|with|range) .*") ? 1 : 0;
            }
        }
    }

    private static boolean truth(Object value) {
        return switch (value) {
            case Boolean bool -> bool;
            case String text -> !text.isEmpty();
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    private Object value(String pipeline, Object dot, Map<String, Object> root) {
        String[] steps = pipeline.split("\\s*\\|\\s*", -1);
        Object value = first(steps[0], dot, root);
        for (String step : Arrays.asList(steps).subList(1, steps.length)) {
            value = then(step, String.valueOf(value), dot, root);
        }
        return value;
    }

    private Object first(String step, Object dot, Map<String, Object> root) {
        Matcher glob =
                Pattern.compile("\\(\\.Files\\.Glob \"([^\"]+)\"\\)\\.AsConfig").matcher(step);
        if (glob.matches()) {
            return Chart.yaml(chart.files(glob.group(1)));
        }
        List<String> words =
                WORD.matcher(step).results().map(word -> word.group()).toList();
        List<Object> arguments =
                words.stream().skip(1).map(word -> argument(word, dot, root)).toList();
        return switch (words.getFirst()) {
            case "toYaml" -> Chart.yaml(arguments.getFirst());
            case ".Files.Get" -> chart.file(String.valueOf(arguments.getFirst()));
            case "printf" ->
                String.format(
                        java.util.Locale.ROOT,
                        String.valueOf(arguments.getFirst()),
                        arguments.subList(1, arguments.size()).toArray());
            default -> argument(step, dot, root);
        };
    }

    private static Object argument(String word, Object dot, Map<String, Object> root) {
        if (word.matches("\"[^\"]*\"")) {
            return word.substring(1, word.length() - 1);
        }
        if (word.equals(".")) {
            return dot;
        }
        if (!word.matches("(\\.[A-Za-z]+)+")) {
            throw new AssertionError("not understood: " + word);
        }
        Object value = root;
        for (String key : word.substring(1).split("\\.", -1)) {
            Object inner = value instanceof Map<?, ?> map ? map.get(key) : null;
            if (inner == null) {
                throw new AssertionError("no such value: " + word);
            }
            value = inner;
        }
        return value;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String then(String step, String value, Object dot, Map<String, Object> root) {
        List<String> words = List.of(step.split(" ", -1));
        return switch (words.getFirst()) {
            case "quote" -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case "nindent" -> {
                String indent = " ".repeat(Integer.parseInt(words.get(1)));
                yield "\n"
                        + value.lines().map(line -> indent + line).collect(java.util.stream.Collectors.joining("\n"));
            }
            case "sha256sum" -> sha256(value);
            case "replace" ->
                value.replace(
                        String.valueOf(argument(words.get(1), dot, root)),
                        String.valueOf(argument(words.get(2), dot, root)));
            case "trimSuffix" -> {
                String suffix = words.get(1).substring(1, words.get(1).length() - 1);
                yield value.endsWith(suffix) ? value.substring(0, value.length() - suffix.length()) : value;
            }
            default -> throw new AssertionError("not understood: " + step);
        };
    }
}
