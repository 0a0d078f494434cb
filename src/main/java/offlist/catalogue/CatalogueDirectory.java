package offlist.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import offlist.yaml.Problems;
import offlist.yaml.YamlNode;
import offlist.yaml.YamlText;

/**
 * A directory of catalogue files. Links are followed inside it, as those of a Kubernetes ConfigMap, and not out of it; what
 * begins with a dot is not looked at.
 */
final class CatalogueDirectory {
    static final int MOST_FILES = 256;
    static final int LARGEST = 4 * 1024 * 1024;
    static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final String ENDING = ".yaml";

    private final Path directory;
    private final YamlNode where;
    private final Problems problems;
    private final List<Path> files = new ArrayList<>();
    private long bytes;

    CatalogueDirectory(Path directory, YamlNode where, Problems problems) {
        this.directory = directory;
        this.where = where;
        this.problems = problems;
    }

    /** The files that were read. */
    List<Path> files() {
        return files;
    }

    /** What would be read, as far as it can be seen. */
    static List<Path> visible(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(CatalogueDirectory::meant)
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean meant(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && name.endsWith(ENDING);
    }

    void read(BiConsumer<Path, String> taker) {
        Optional<String> fault = fault();
        if (fault.isPresent()) {
            problems.add(where, "the catalogue directory " + directory + " " + fault.get());
            return;
        }
        List<Path> found = visible(directory);
        if (found.size() > MOST_FILES) {
            problems.add(where, "the catalogue directory " + directory + " has more than " + MOST_FILES + " files");
            return;
        }
        warnAboutOthers();
        found.forEach(file -> text(file).ifPresent(text -> {
            files.add(file);
            taker.accept(file, text);
        }));
    }

    private Optional<String> fault() {
        if (!Files.exists(directory)) {
            return Optional.of("is not there");
        }
        if (!Files.isDirectory(directory)) {
            return Optional.of("is not a directory");
        }
        boolean open = Files.isReadable(directory) && Files.isExecutable(directory);
        return open ? Optional.empty() : Optional.of("cannot be read by this user");
    }

    /** Somebody who writes another ending wonders why nothing happens. */
    private void warnAboutOthers() {
        try (Stream<Path> all = Files.list(directory)) {
            all.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .limit(MOST_FILES)
                    .forEach(file -> problems.in(file.toString())
                            .warn(YamlText.given("", ""), "not read: catalogue files end in " + ENDING));
        } catch (IOException changed) {
            // It was readable a moment ago; the next reload says what became of it.
        }
    }

    private Optional<String> text(Path file) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(directory.toRealPath())) {
                return wrong(file, "leads out of the catalogue directory, to " + real);
            }
            if (!Files.isRegularFile(real)) {
                return wrong(file, "is not a file");
            }
            return decoded(file, content(real));
        } catch (IOException unreadable) {
            return wrong(file, "the file cannot be read by this user");
        }
    }

    private static byte[] content(Path real) throws IOException {
        try (InputStream content = Files.newInputStream(real)) {
            return content.readNBytes(LARGEST + 1);
        }
    }

    private Optional<String> decoded(Path file, byte[] content) {
        bytes += content.length;
        if (content.length > LARGEST || bytes > MOST_BYTES) {
            return wrong(
                    file,
                    "too large: a catalogue file has at most " + LARGEST / (1024 * 1024) + " MiB, all together "
                            + MOST_BYTES / (1024 * 1024) + " MiB");
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException broken) {
            return wrong(file, "the file is not UTF-8 text");
        }
    }

    private Optional<String> wrong(Path file, String message) {
        problems.in(file.toString()).add("", 0, message);
        return Optional.empty();
    }
}
