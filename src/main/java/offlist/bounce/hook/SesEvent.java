package offlist.bounce.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import offlist.bounce.hook.Telling.Message;
import offlist.pool.IpAddress;

/**
 * What SES tells, as a notification of an identity or as an event of a configuration set. {@code sourceIp} is who handed the message
 * to SES; the address that SES sent from stands in a tag, of events alone.
 *
 * <p>https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html and
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
final class SesEvent {
    /** SES did not even try. */
    private static final Set<String> SUPPRESSED =
            Set.of("Suppressed", "OnAccountSuppressionList", "UnsubscribedRecipient", "EmailValidationSuppressed");

    private SesEvent() {}

    static void read(JsonNode event, Telling telling) {
        String type =
                event.path("eventType").asText(event.path("notificationType").asText());
        JsonNode mail = event.path("mail");
        switch (type) {
            case "Bounce" -> refused(event.path("bounce"), "bouncedRecipients", mail, telling);
            case "DeliveryDelay" -> refused(event.path("deliveryDelay"), "delayedRecipients", mail, telling);
            case "Delivery" -> {
                Message message = message(event.path("delivery"), mail);
                event.path("delivery").path("recipients").forEach(to -> telling.delivered(message, to));
            }
            case "Complaint" -> complained(event.path("complaint"), mail, telling);
            default -> {}
        }
    }

    private static void refused(JsonNode told, String recipients, JsonNode mail, Telling telling) {
        if (SUPPRESSED.contains(told.path("bounceSubType").asText())) {
            return;
        }
        Message message = message(told, mail);
        for (JsonNode recipient : Json.objects(told.path(recipients))) {
            telling.refused(
                    message,
                    recipient.path("emailAddress"),
                    Json.text(recipient.path("diagnosticCode")),
                    Json.word(recipient.path("status"), 20));
        }
    }

    /** Of several recipients one has complained, and SES does not know which. */
    private static void complained(JsonNode told, JsonNode mail, Telling telling) {
        if (SUPPRESSED.contains(told.path("complaintSubType").asText())) {
            return;
        }
        List<JsonNode> recipients = Json.objects(told.path("complainedRecipients"));
        telling.complained(
                Json.word(told.path("complaintFeedbackType"), 64).orElse("abuse"),
                outgoing(mail),
                Telling.domain(Telling.recipient(mail.path("source"))),
                recipients.size() == 1
                        ? Telling.recipient(recipients.getFirst().path("emailAddress"))
                        : Optional.empty(),
                1);
    }

    private static Message message(JsonNode told, JsonNode mail) {
        return new Message(
                Optional.empty(),
                Json.address(told.path("remoteMtaIp")),
                outgoing(mail),
                Json.time(told.path("timestamp")),
                Telling.recipient(mail.path("source")),
                Telling.reference(mail.path("messageId")));
    }

    private static Optional<IpAddress> outgoing(JsonNode mail) {
        return Json.address(mail.path("tags").path("ses:outgoing-ip").path(0));
    }
}
