package offlist.bounce.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import offlist.bounce.hook.HookResult.Broken;
import offlist.bounce.hook.HookResult.Refused;
import offlist.bounce.log.KumoLog;
import offlist.yaml.Secret;

/**
 * KumoMTA posts the records of its log, one or a batch; what they are, its log's reader knows.
 *
 * <p>https://docs.kumomta.com/userguide/operation/webhooks and https://docs.kumomta.com/reference/log_record/
 */
record KumoMtaHook(Secret token) implements HookReader {
    private static final long MOST_INCIDENTS = 1_000_000;
    private static final KumoLog LOG = new KumoLog();

    @Override
    public HookResult read(Function<String, Optional<String>> headers, byte[] body, Instant now) {
        if (!Seal.bearer(headers.apply("Authorization"), token)) {
            return new Refused("the header Authorization does not show `token`");
        }
        Optional<JsonNode> root = Json.parse(body).filter(node -> node.isObject() || node.isArray());
        if (root.isEmpty()) {
            return new Broken("the body is a record of KumoMTA's log in JSON, or an array of records");
        }
        Telling telling = new Telling(now);
        for (JsonNode entry : Json.objects(root.get())) {
            if (entry.path("type").asText().equals("Feedback")) {
                complaint(entry.path("feedback_report"), telling);
            } else {
                LOG.read(entry).forEach(telling::line);
            }
        }
        return telling.told();
    }

    /** A recipient's complaint that came to KumoMTA by mail. The field's name is misspelt in the documentation, so both count. */
    private static void complaint(JsonNode report, Telling telling) {
        Optional<String> type = Json.word(report.path("feedback_type"), 64);
        if (type.isEmpty()) {
            return;
        }
        long incidents = report.path("incidents").asLong(1);
        telling.complained(
                type.get(),
                Json.address(report.path("source_ip")),
                Telling.host(report.path("reported_domain").path(0)),
                Telling.recipient(report.path("original_rcpt_to").path(0))
                        .or(() -> Telling.recipient(
                                report.path("original_rcpto_to").path(0)))
                        .or(() -> Telling.recipient(
                                report.path("supplemental_trace").path("recipient"))),
                Math.clamp(incidents, 1, MOST_INCIDENTS),
                Optional.empty());
    }
}
