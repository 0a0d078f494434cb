package offlist.bounce.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A message of {@code bounce/forms} and what is in it.
 *
 * @param expected a line for each recipient: recipient, server, its address, status, words; or "nothing"
 */
record Sample(String name, byte[] message, List<String> expected) {
    private static final String FORMS = "/bounce/forms/";

    static List<Sample> all() {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        new String(bytes("expected.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| ", 2))
                .forEach(line -> expected.computeIfAbsent(line[0], n -> new ArrayList<>())
                        .add(line[1]));
        return expected.entrySet().stream()
                .map(e -> new Sample(e.getKey(), bytes(e.getKey() + ".eml"), e.getValue()))
                .toList();
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream(FORMS + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
