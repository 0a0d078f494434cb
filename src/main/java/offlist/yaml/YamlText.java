package offlist.yaml;

/** A single value; numbers and booleans are texts until somebody asks for them as something else. */
public record YamlText(String path, int line, String value) implements YamlNode {

    /** A value that comes from elsewhere than a file, such as the command line. */
    public static YamlText given(String path, String value) {
        return new YamlText(path, 0, value);
    }
}
