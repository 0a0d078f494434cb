package offlist.bounce.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes entries of what {@code journalctl --output=json} prints, piece by piece. */
final class JournalLines {
    /** No mail server writes a longer line. */
    private static final int LONGEST = 256 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private byte[] line = new byte[4096];
    private int length;
    private boolean tooLong;

    /** @param line the entry as one line of JSON, its message a text */
    record Entry(String cursor, String line) {}

    void add(byte[] bytes, int count, Consumer<Entry> taker) {
        int from = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                append(bytes, from, i);
                entry().ifPresent(taker);
                length = 0;
                tooLong = false;
                from = i + 1;
            }
        }
        append(bytes, from, count);
    }

    private void append(byte[] bytes, int from, int to) {
        int more = to - from;
        if (tooLong || length + more > LONGEST) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, 2 * (length + more)));
        }
        System.arraycopy(bytes, from, line, length, more);
        length += more;
    }

    private Optional<Entry> entry() {
        if (tooLong) {
            return Optional.empty();
        }
        try {
            return JSON.readTree(line, 0, length) instanceof ObjectNode node ? entry(node) : Optional.empty();
        } catch (JsonProcessingException other) {
            return Optional.empty();
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static Optional<Entry> entry(ObjectNode node) {
        String cursor = node.path("__CURSOR").asText();
        node.put("MESSAGE", text(node.path("MESSAGE")));
        return cursor.isEmpty() ? Optional.empty() : Optional.of(new Entry(cursor, node.toString()));
    }

    /** A message that is not all text comes as an array of its bytes, and one that was written twice as an array of both. */
    private static String text(JsonNode message) {
        if (!message.isArray()) {
            return message.asText("");
        }
        if (!message.path(0).isNumber()) {
            return message.path(0).isArray()
                    ? text(message.path(0))
                    : message.path(0).asText("");
        }
        byte[] bytes = new byte[message.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) message.path(i).asInt();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
