package offlist.ready;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import offlist.yaml.Problems;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlReader;

/** Reads what the program brings along; a mistake in it is our own. */
final class Resource {
    private Resource() {}

    static <T> T read(String name, Function<YamlMap, T> reader) {
        Problems problems = new Problems();
        YamlMap file = YamlReader.read(text("/ready/" + name), name, problems)
                .orElseThrow(() -> new IllegalStateException("the program's file " + name + ": " + problems.list()));
        T content = reader.apply(file);
        file.done();
        if (!problems.list().isEmpty()) {
            throw new IllegalStateException("the program's file " + name + ": " + problems.list());
        }
        return content;
    }

    private static String text(String path) {
        try (InputStream in = Objects.requireNonNull(Resource.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's file " + path + " cannot be read", e);
        }
    }
}
