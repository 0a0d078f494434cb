package offlist.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The packets under {@code dns/recorded}; its {@code index.txt} has a line for each. */
final class Recordings {
    static final String FOLDER = "/dns/recorded/";
    static final String INDEX = "index.txt";

    private Recordings() {}

    static List<Recording> all() {
        return new String(resource(INDEX), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", -1))
                .map(part -> new Recording(part[0], part[1], part[2], part[3], ByteBuffer.wrap(resource(part[0]))))
                .toList();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Recordings.class.getResourceAsStream(FOLDER + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path folder, List<Recording> recordings) throws IOException {
        StringBuilder index = new StringBuilder("# file, zone, target, transport; made by ./offlist bench record\n");
        for (Recording recording : recordings) {
            Files.write(folder.resolve(recording.file()), recording.bytes());
            index.append(recording.line()).append('\n');
        }
        Files.writeString(folder.resolve(INDEX), index);
    }
}
