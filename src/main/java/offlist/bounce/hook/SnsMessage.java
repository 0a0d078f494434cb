package offlist.bounce.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Amazon SNS posts: the message of a topic, or a question about a subscription.
 *
 * <p>https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html
 */
record SnsMessage(JsonNode body, Type type) {
    private static final List<String> OF_A_MESSAGE =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_A_QUESTION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
    private static final int LONGEST = 200;

    enum Type {
        NOTIFICATION("Notification", OF_A_MESSAGE),
        SUBSCRIPTION("SubscriptionConfirmation", OF_A_QUESTION),
        /** Calling the address in it would subscribe again. */
        UNSUBSCRIPTION("UnsubscribeConfirmation", OF_A_QUESTION);

        private final String word;
        private final List<String> signed;

        Type(String word, List<String> signed) {
            this.word = word;
            this.signed = signed;
        }
    }

    /** Empty when it is no such thing: another body, a type or a time that nobody knows. */
    static Optional<SnsMessage> read(byte[] body) {
        return Json.parse(body)
                .filter(JsonNode::isObject)
                .flatMap(node -> List.of(Type.values()).stream()
                        .filter(type -> type.word.equals(node.path("Type").asText()))
                        .findFirst()
                        .map(type -> new SnsMessage(node, type)))
                .filter(message -> message.at().isPresent() && !message.id().isEmpty());
    }

    String topic() {
        return text("TopicArn");
    }

    String message() {
        return text("Message");
    }

    String id() {
        return Json.word(body.path("MessageId"), LONGEST).orElse("");
    }

    Optional<Instant> at() {
        return Json.time(body.path("Timestamp"));
    }

    String text(String field) {
        return body.path(field).isTextual() ? body.path(field).textValue() : "";
    }

    /**
     * What the signature is over: names and values of some fields, each in a line of its own.
     *
     * <p>https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html
     */
    byte[] signed() {
        StringBuilder text = new StringBuilder();
        for (String field : type.signed) {
            if (body.path(field).isTextual()) {
                text.append(field).append('\n').append(text(field)).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
