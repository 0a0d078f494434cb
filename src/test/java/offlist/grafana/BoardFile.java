package offlist.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A dashboard as it is shipped. */
record BoardFile(JsonNode json) {
    private static final Path DIRECTORY = GrafanaFiles.ROOT.resolve("dashboards");

    /** What a panel asks. */
    record Target(JsonNode json) {
        String id() {
            return json.path("refId").asText();
        }

        String expr() {
            return json.path("expr").asText();
        }

        boolean now() {
            return json.path("instant").asBoolean();
        }
    }

    record PanelFile(JsonNode json) {
        String title() {
            return json.path("title").asText();
        }

        String type() {
            return json.path("type").asText();
        }

        List<Target> targets() {
            return json.path("targets").valueStream().map(Target::new).toList();
        }
    }

    static List<BoardFile> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().map(BoardFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BoardFile of(String uid) {
        return read(DIRECTORY.resolve(uid + ".json"));
    }

    private static BoardFile read(Path file) {
        try {
            return new BoardFile(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String uid() {
        return json.path("uid").asText();
    }

    /** With headings, which ask nothing. */
    List<PanelFile> panels() {
        return json.path("panels").valueStream().map(PanelFile::new).toList();
    }

    PanelFile panel(String title) {
        return panels().stream()
                .filter(panel -> panel.title().equals(title) && !panel.type().equals("row"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(uid() + " has no panel " + title));
    }

    List<JsonNode> variables() {
        return json.path("templating").path("list").valueStream().toList();
    }

    List<JsonNode> marks() {
        return json.path("annotations").path("list").valueStream().toList();
    }
}
