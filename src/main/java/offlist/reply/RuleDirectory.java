package offlist.reply;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import offlist.yaml.Problems;
import offlist.yaml.YamlNode;

/** The files of an operator's own. */
final class RuleDirectory {
    private static final int MOST = 200;
    private static final long LARGEST = 4L * 1024 * 1024;

    private RuleDirectory() {}

    static void read(Path directory, YamlNode where, Problems problems, BiConsumer<String, String> file) {
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> files = all.filter(path -> path.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .limit(MOST)
                    .toList();
            if (files.isEmpty()) {
                problems.warn(where, "there is no file *.yaml in " + directory);
            }
            for (Path path : files) {
                one(path, where, problems, file);
            }
        } catch (IOException unreadable) {
            problems.add(where, directory + " is no directory that can be read");
        }
    }

    private static void one(Path path, YamlNode where, Problems problems, BiConsumer<String, String> file)
            throws IOException {
        if (Files.size(path) > LARGEST) {
            problems.add(where, path + " is larger than " + LARGEST / (1024 * 1024) + " MiB");
            return;
        }
        try {
            file.accept(path.getFileName().toString(), Files.readString(path, StandardCharsets.UTF_8));
        } catch (MalformedInputException broken) {
            problems.add(where, path + " is not written in UTF-8");
        }
    }
}
