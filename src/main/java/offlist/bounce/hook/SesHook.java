package offlist.bounce.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import offlist.bounce.hook.HookResult.Broken;
import offlist.bounce.hook.HookResult.Confirm;
import offlist.bounce.hook.HookResult.Later;
import offlist.bounce.hook.HookResult.Once;
import offlist.bounce.hook.HookResult.Refused;

/**
 * Amazon SES through Amazon SNS. SNS signs what any customer publishes, so a signature alone says nothing: the topic has to be one of
 * the operator's.
 *
 * <p>https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
 *
 * @param topics the ARNs that are believed
 */
record SesHook(Set<String> topics, SnsCertificates certificates) implements HookReader {

    @Override
    public HookResult read(Function<String, Optional<String>> headers, byte[] body, Instant now) {
        if (headers.apply("x-amz-sns-rawdelivery").isPresent()) {
            return new Broken("raw message delivery has no signature; switch it off in the subscription");
        }
        Optional<SnsMessage> message = SnsMessage.read(body);
        if (message.isEmpty()) {
            return new Broken("the body is a message of Amazon SNS in JSON");
        }
        if (!topics.contains(message.get().topic())) {
            return new Refused("the topic is not among `topics`");
        }
        if (message.get().at().filter(at -> Window.MADE.holds(at, now)).isEmpty()) {
            return new Refused("the message is older than an hour, or the clocks differ");
        }
        Optional<URI> address = AwsAddress.certificate(message.get().text("SigningCertURL"));
        if (address.isEmpty()) {
            return new Refused("the certificate is not at Amazon SNS");
        }
        try {
            return certificates
                    .at(address.get(), now)
                    .filter(certificate -> signed(message.get(), certificate))
                    .map(certificate -> known(message.get(), now))
                    .orElseGet(() -> new Refused("the signature does not fit"));
        } catch (IOException notNow) {
            return new Later("the certificate of Amazon SNS cannot be had: " + notNow.getMessage());
        }
    }

    private static boolean signed(SnsMessage message, X509Certificate certificate) {
        String algorithm = switch (message.text("SignatureVersion")) {
            case "1" -> "SHA1withRSA";
            case "2" -> "SHA256withRSA";
            default -> "";
        };
        return !algorithm.isEmpty()
                && Seal.signed(algorithm, certificate.getPublicKey(), message.text("Signature"), message.signed());
    }

    private static HookResult known(SnsMessage message, Instant now) {
        return switch (message.type()) {
            case NOTIFICATION -> notification(message, now);
            case SUBSCRIPTION ->
                AwsAddress.confirmation(message.text("SubscribeURL"))
                        .<HookResult>map(Confirm::new)
                        .orElseGet(() -> new Broken("`SubscribeURL` is not at Amazon SNS"));
            case UNSUBSCRIPTION -> new Telling(now).told();
        };
    }

    private static HookResult notification(SnsMessage message, Instant now) {
        Telling telling = new Telling(now);
        // A test of the topic, and what SES says when a topic is set up, is no JSON.
        Optional<JsonNode> event = Json.parse(message.message()).filter(JsonNode::isObject);
        event.ifPresent(node -> SesEvent.read(node, telling));
        Instant until = Window.MADE.end(message.at().orElse(now));
        return telling.told().once(new Once(message.id(), until, true));
    }
}
