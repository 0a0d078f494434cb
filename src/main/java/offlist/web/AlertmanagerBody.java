package offlist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import offlist.pool.IpAddress;
import offlist.web.Problem.Kind;

/**
 * What Alertmanager posts to a webhook, version 4 of its format.
 *
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">Alertmanager's webhook_config</a>
 */
final class AlertmanagerBody {
    /** Labels that may hold an address, the most telling first. */
    private static final List<String> LABELS = List.of("address", "ip", "target", "instance");

    private static final int MOST_ALERTS = 10_000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AlertmanagerBody() {}

    /** The addresses that firing alerts name, each once, in their order. */
    static Set<IpAddress> addresses(String body) {
        JsonNode root = parse(body);
        JsonNode alerts = root.path("alerts");
        if (!alerts.isArray()) {
            throw bad("the body is what Alertmanager posts to a webhook: an object with an array `alerts`");
        }
        if (root.hasNonNull("version") && !root.path("version").asText().equals("4")) {
            throw bad("version " + Wanted.shown(root.path("version").asText()) + " of the format is not known, only 4");
        }
        if (alerts.size() > MOST_ALERTS) {
            throw bad("more than " + MOST_ALERTS + " alerts in one body");
        }
        Set<IpAddress> addresses = new LinkedHashSet<>();
        alerts.forEach(alert -> address(alert).ifPresent(addresses::add));
        return addresses;
    }

    private static Optional<IpAddress> address(JsonNode alert) {
        if (alert.path("status").asText("firing").equals("resolved") || isOurs(alert)) {
            return Optional.empty();
        }
        return LABELS.stream()
                .map(label -> alert.path("labels").path(label))
                .filter(JsonNode::isTextual)
                .flatMap(label -> address(label.textValue()).stream())
                .findFirst();
    }

    /** Our own alerts, and those about our metrics, that come back say nothing new: each would make the next one. */
    private static boolean isOurs(JsonNode alert) {
        return alert.path("labels").path("alertname").asText().startsWith("Offlist");
    }

    /** {@code 192.0.2.1}, {@code 192.0.2.1:9100}, {@code 2001:db8::1} or {@code [2001:db8::1]:9100}. */
    private static Optional<IpAddress> address(String text) {
        Optional<IpAddress> whole = IpAddress.tryParse(text);
        if (whole.isPresent()) {
            return whole;
        }
        int bracket = text.indexOf(']');
        int colon = text.indexOf(':');
        if (text.startsWith("[") && bracket > 0) {
            return IpAddress.tryParse(text.substring(1, bracket));
        }
        return colon > 0 && colon == text.lastIndexOf(':')
                ? IpAddress.tryParse(text.substring(0, colon))
                : Optional.empty();
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw bad("the body is no JSON");
        }
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(Kind.BAD_BODY, detail);
    }
}
