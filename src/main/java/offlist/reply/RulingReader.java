package offlist.reply;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads what a rule or a row of its table says; both say it with the same keys. */
final class RulingReader {
    private RulingReader() {}

    static Ruling read(YamlMap map) {
        return new Ruling(
                word(map, "class", RefusalClass.class, RefusalClass::label),
                flag(map, "relevant"),
                word(map, "temporary", Passing.class, passing -> kebab(passing)),
                map.optionalText("operator"),
                map.texts("list"),
                map.optionalText("list-name"),
                map.optionalText("private"),
                map.texts("links"),
                map.texts("contacts"),
                words(map, "next", NextStep.class, NextStep::label),
                flag(map, "fault"));
    }

    static <E extends Enum<E>> Optional<E> word(YamlMap map, String key, Class<E> type, Function<E, String> label) {
        return map.textNode(key).flatMap(text -> word(map, text, type, label));
    }

    static <E extends Enum<E>> List<E> words(YamlMap map, String key, Class<E> type, Function<E, String> label) {
        return map.textNodes(key).stream()
                .flatMap(text -> word(map, text, type, label).stream())
                .toList();
    }

    private static <E extends Enum<E>> Optional<E> word(
            YamlMap map, YamlText text, Class<E> type, Function<E, String> label) {
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(each -> label.apply(each).equals(text.value()))
                .findFirst();
        if (found.isEmpty()) {
            String known = String.join(
                    ", ", Arrays.stream(type.getEnumConstants()).map(label).toList());
            map.problems().add(text, text.describe() + " is not one of: " + known);
        }
        return found;
    }

    static Optional<Boolean> flag(YamlMap map, String key) {
        return map.node(key).isPresent() ? Optional.of(map.bool(key, false)) : Optional.empty();
    }

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
