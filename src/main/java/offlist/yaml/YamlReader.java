package offlist.yaml;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Turns the text of a file into a tree. The text is untrusted: its size, the depth of nesting, the number of aliases
 * and the number of nodes they unfold to are bounded, and no type named in the file is ever built.
 */
public final class YamlReader {

    static final int LONGEST = 16 * 1024 * 1024;
    static final int DEEPEST = 40;
    private static final int MOST_ALIASES = 2_000;

    private YamlReader() {}

    /** The root of the file, or nothing when it is no YAML map; then there is a problem that says why. */
    public static Optional<YamlMap> read(String text, String fileName, Problems problems) {
        return read(text, fileName, Path.of(""), problems);
    }

    /** The same, with the folder in which relative paths in the file begin. */
    public static Optional<YamlMap> read(String text, String fileName, Path folder, Problems problems) {
        if (text.length() > LONGEST) {
            problems.add(fileName, 0, "the file is larger than " + LONGEST / (1024 * 1024) + " MiB");
            return Optional.empty();
        }
        try {
            Node root = new Yaml(limits()).compose(new StringReader(text));
            return root == null ? Optional.of(YamlMap.empty("", problems)) : map(root, fileName, folder, problems);
        } catch (MarkedYAMLException broken) {
            problems.add(fileName, line(broken), "this is not YAML: " + reason(broken));
        } catch (YAMLException refused) {
            problems.add(fileName, 0, "this is not YAML: " + Shown.text(String.valueOf(refused.getMessage())));
        }
        return Optional.empty();
    }

    static String child(String path, String key) {
        String shown = Shown.text(key);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    private static Optional<YamlMap> map(Node root, String fileName, Path folder, Problems problems) {
        Optional<YamlNode> node = new TreeBuilder(folder, problems).build(root);
        if (node.isPresent() && !(node.get() instanceof YamlMap)) {
            problems.add(
                    fileName,
                    1,
                    "the file must be a map of keys, not " + node.get().describe());
        }
        return node.filter(YamlMap.class::isInstance).map(YamlMap.class::cast);
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LONGEST);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        return limits;
    }

    private static int line(MarkedYAMLException broken) {
        return broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine() + 1;
    }

    private static String reason(MarkedYAMLException broken) {
        String reason = broken.getProblem() == null ? broken.getContext() : broken.getProblem();
        if (String.valueOf(reason).contains("(TAB)")) {
            return "a tab does not indent, only spaces do";
        }
        return Shown.text(String.valueOf(reason));
    }
}
