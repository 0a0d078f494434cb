package offlist.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a secret in one of its three forms. What it reports never repeats the value. */
final class SecretReader {

    private static final int LONGEST = 64 * 1024;

    private final Problems problems;
    private final Path folder;

    SecretReader(Problems problems, Path folder) {
        this.problems = problems;
        this.folder = folder;
    }

    Optional<Secret> read(YamlNode node) {
        return switch (node) {
            case YamlText text -> written(text);
            case YamlMap map -> pointed(map);
            case YamlList list -> wrong(list);
        };
    }

    private Optional<Secret> written(YamlText text) {
        problems.warn(text, "the secret itself stands in the file; better `{file: …}` or `{env: …}`");
        return nonEmpty(text, text.value());
    }

    private Optional<Secret> pointed(YamlMap map) {
        Optional<String> file = map.optionalText("file");
        Optional<String> variable = map.optionalText("env");
        map.done();
        if (file.isPresent() == variable.isPresent()) {
            return wrong(map);
        }
        return file.isPresent() ? fromFile(map, file.get()) : fromVariable(map, variable.orElseThrow());
    }

    private Optional<Secret> fromFile(YamlMap map, String name) {
        try (InputStream content = Files.newInputStream(folder.resolve(name))) {
            byte[] bytes = content.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                problems.add(map, "the file " + Shown.text(name) + " is too large for a secret");
                return Optional.empty();
            }
            return nonEmpty(map, new String(bytes, StandardCharsets.UTF_8));
        } catch (NoSuchFileException missing) {
            problems.add(map, "there is no file " + Shown.text(name));
        } catch (IOException | InvalidPathException unreadable) {
            problems.add(map, "the file " + Shown.text(name) + " cannot be read");
        }
        return Optional.empty();
    }

    private Optional<Secret> fromVariable(YamlMap map, String name) {
        String value = System.getenv(name);
        if (value == null) {
            problems.add(map, "the environment variable " + Shown.text(name) + " is not set");
            return Optional.empty();
        }
        return nonEmpty(map, value);
    }

    private Optional<Secret> nonEmpty(YamlNode where, String value) {
        if (value.isBlank()) {
            problems.add(where, "the secret is empty");
            return Optional.empty();
        }
        return Optional.of(Secret.of(value.strip()));
    }

    private Optional<Secret> wrong(YamlNode where) {
        problems.add(where, "a secret is `{file: /path}`, `{env: NAME}` or the text itself");
        return Optional.empty();
    }
}
