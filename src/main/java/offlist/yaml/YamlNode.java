package offlist.yaml;

/** One node of a YAML file: a map, a list or a text. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlText {

    /** Where the node stands in the tree, such as {@code pools[0].addresses}; empty for the root. */
    String path();

    /** The line it begins on, counted from 1; 0 when it was not read from a file. */
    int line();

    /** What a person would call this kind of node. */
    default String describe() {
        return switch (this) {
            case YamlMap map -> "a map of keys";
            case YamlList list -> "a list";
            case YamlText text -> "`" + Shown.text(text.value()) + "`";
        };
    }
}
