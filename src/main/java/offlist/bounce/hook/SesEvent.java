package offlist.bounce.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** The network's fault (RFC 3463, section 3.5), as SES itself says it: no server has refused anything. */
    private static final Pattern UNREACHED = Pattern.compile("[45]\\.4\\.\\d{1,3}");

    /** When SES gives up it says so, and puts the server's last words behind it. */
    private static final Pattern EXPIRED = Pattern.compile(
            "4\\.4\\.7 Message expired\\b[^<]{0,200}<(?<words>[45]\\d\\d[ -](?<status>[45]\\.\\d{1,3}\\.\\d{1,3})?.*)>$",
            Pattern.DOTALL);

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
            recipient(recipient, message, telling);
        }
    }

    private static void recipient(JsonNode recipient, Message message, Telling telling) {
        Optional<String> words = Json.text(recipient.path("diagnosticCode"));
        Optional<Matcher> expired = words.map(EXPIRED::matcher).filter(Matcher::find);
        Optional<String> status = expired.isPresent()
                ? expired.flatMap(last -> Optional.ofNullable(last.group("status")))
                : Json.word(recipient.path("status"), 20);
        if (status.filter(code -> UNREACHED.matcher(code).matches()).isEmpty()) {
            telling.refused(
                    message,
                    recipient.path("emailAddress"),
                    expired.map(last -> last.group("words")).or(() -> words),
                    status);
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
                1,
                Telling.reference(mail.path("messageId")));
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
