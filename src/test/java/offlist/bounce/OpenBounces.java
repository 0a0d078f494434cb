package offlist.bounce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Real bounces and replies from public collections, with what is in them; the licences stand beside the file. */
public record OpenBounces(List<Row> rows) {

    /** All of them. */
    public static OpenBounces read() {
        ObjectMapper json = new ObjectMapper();
        List<Row> rows = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(OpenBounces.class.getResourceAsStream("/bounce/open.jsonl"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                rows.add(new Row(json.readTree(line)));
            }
            return new OpenBounces(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that are whole messages, not a server's words alone. */
    public List<Row> messages() {
        return rows.stream().filter(row -> !row.form().equals("reply")).toList();
    }

    /** One of them. */
    public record Row(JsonNode json) {

        /** Where it is from, and its number. */
        @Override
        public String toString() {
            return json.get("id").asText() + " " + json.get("source").asText();
        }

        /** {@code dsn}, {@code free_text} or {@code reply}. */
        public String form() {
            return json.get("form").asText();
        }

        /** As received, each byte a character. */
        public String text() {
            return json.get("text").asText();
        }

        /** A field of what is in it; empty where it says nothing of it. */
        public Optional<String> expected(String field) {
            return Optional.ofNullable(json.get("expected").get(field))
                    .filter(value -> !value.isNull())
                    .map(JsonNode::asText);
        }
    }
}
