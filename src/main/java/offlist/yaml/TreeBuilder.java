package offlist.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Copies the parser's nodes into ours, with paths. Aliases are unfolded, so it counts what it makes. */
final class TreeBuilder {

    private static final int MOST_NODES = 1_000_000;

    private final Path folder;
    private final Problems problems;
    private int made;
    private boolean refused;

    TreeBuilder(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The whole tree or nothing: a part of a file must not pass for the file. */
    Optional<YamlNode> build(Node root) {
        Optional<YamlNode> tree = node(root, "", 0);
        return refused ? Optional.empty() : tree;
    }

    /** Nothing for an empty value, which counts as left out. */
    private Optional<YamlNode> node(Node node, String path, int depth) {
        int line = lineOf(node);
        if (refused || depth > YamlReader.DEEPEST || ++made > MOST_NODES) {
            refuse(path, line);
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getTag().equals(Tag.NULL)
                    ? Optional.empty()
                    : Optional.of(new YamlText(path, line, scalar.getValue()));
        }
        if (node instanceof SequenceNode sequence) {
            return Optional.of(list(sequence, path, depth));
        }
        return Optional.of(map((MappingNode) node, path, depth));
    }

    private YamlList list(SequenceNode sequence, String path, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            node(item, path + "[" + items.size() + "]", depth + 1).ifPresent(items::add);
        }
        return new YamlList(path, lineOf(sequence), items);
    }

    private YamlMap map(MappingNode mapping, String path, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, Integer> keyLines = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                put(key, tuple.getValueNode(), path, depth, entries, keyLines);
            } else {
                problems.add(path, lineOf(tuple.getKeyNode()), "a key must be a single word");
            }
        }
        return new YamlMap(path, lineOf(mapping), entries, keyLines, folder, problems);
    }

    private void put(
            ScalarNode key,
            Node value,
            String path,
            int depth,
            Map<String, YamlNode> entries,
            Map<String, Integer> keyLines) {
        String childPath = YamlReader.child(path, key.getValue());
        Integer before = keyLines.putIfAbsent(key.getValue(), lineOf(key));
        if (before != null) {
            problems.add(childPath, lineOf(key), "doubled key, it already stands on line " + before);
            return;
        }
        node(value, childPath, depth + 1).ifPresent(child -> entries.put(key.getValue(), child));
    }

    private void refuse(String path, int line) {
        if (!refused) {
            problems.add(path, line, "nested too deeply, or too many aliases");
        }
        refused = true;
    }

    private static int lineOf(Node node) {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }
}
