package offlist.yaml;

/**
 * One mistake in a file, in the user's words.
 *
 * @param path where in the tree, such as {@code pools[0].adresses}; may be empty
 * @param line counted from 1; 0 when the mistake has no line
 */
public record Problem(String path, int line, String message) {

    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + ": ") + message + (line > 0 ? " (line " + line + ")" : "");
    }
}
