package offlist.yaml;

import java.util.List;

/** A sequence of nodes. */
public record YamlList(String path, int line, List<YamlNode> items) implements YamlNode {

    /** Copies the items. */
    public YamlList {
        items = List.copyOf(items);
    }
}
