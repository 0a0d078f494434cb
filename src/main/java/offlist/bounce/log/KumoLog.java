package offlist.bounce.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.bounce.Attempt;
import offlist.pool.IpAddress;

/** KumoMTA: a JSON record for each thing that happened to a message; {@code source_address} is ours, {@code peer_address} theirs. */
public final class KumoLog implements LogReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 1000;

    @Override
    public List<LogLine> read(String line) {
        try {
            return line.isBlank() ? List.of() : read(JSON.readTree(line));
        } catch (JsonProcessingException broken) {
            return List.of();
        }
    }

    /** One record, as a web hook brings it too. */
    public List<LogLine> read(JsonNode node) {
        return switch (node.path("type").asText()) {
            case "Delivery" -> each(node, KumoLog::delivered);
            case "Bounce", "TransientFailure" ->
                node.path("response").path("code").asInt() >= 400
                                && node.path("peer_address").isObject()
                        ? each(node, KumoLog::refused)
                        : List.of();
            default -> List.of();
        };
    }

    private interface Made {
        LogLine of(JsonNode node, String recipient);
    }

    private static List<LogLine> each(JsonNode node, Made made) {
        List<LogLine> lines = new ArrayList<>();
        JsonNode recipients = node.path("recipient");
        if (recipients.isTextual()) {
            lines.add(made.of(node, recipients.asText()));
        }
        for (int i = 0; i < recipients.size() && i < MOST; i++) {
            lines.add(made.of(node, recipients.path(i).asText()));
        }
        return lines;
    }

    private static LogLine delivered(JsonNode node, String recipient) {
        return new LogLine.Delivered(recipient, text(node.path("peer_address").path("name")), source(node), at(node));
    }

    private static LogLine refused(JsonNode node, String recipient) {
        JsonNode response = node.path("response");
        JsonNode status = response.path("enhanced_code");
        Optional<String> enhanced = status.isObject()
                ? Optional.of(status.path("class").asInt() + "."
                        + status.path("subject").asInt() + "."
                        + status.path("detail").asInt())
                : Optional.empty();
        return new LogLine.Refused(new Attempt(
                Optional.of(recipient),
                text(node.path("peer_address").path("name")).map(KumoLog::withoutLastDot),
                text(node.path("peer_address").path("addr")).flatMap(KumoLog::address),
                response.path("code").asInt()
                        + enhanced.map(code -> " " + code).orElse("")
                        + " " + response.path("content").asText(),
                enhanced,
                source(node),
                at(node),
                text(node.path("sender")),
                text(node.path("id"))));
    }

    private static Optional<IpAddress> source(JsonNode node) {
        JsonNode source = node.path("source_address");
        return text(source.path("address")).or(() -> text(source)).flatMap(KumoLog::address);
    }

    /** With or without a port. */
    private static Optional<IpAddress> address(String text) {
        return IpAddress.tryParse(text).or(() -> {
            int colon = text.lastIndexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : IpAddress.tryParse(text.substring(0, colon).replaceAll("[\\[\\]]", ""));
        });
    }

    private static Optional<Instant> at(JsonNode node) {
        JsonNode at = node.path("timestamp");
        try {
            return at.isNumber() ? Optional.of(Instant.ofEpochSecond(at.asLong())) : text(at).map(Instant::parse);
        } catch (DateTimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    private static String withoutLastDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
