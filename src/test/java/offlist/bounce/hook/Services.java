package offlist.bounce.hook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import offlist.yaml.Secret;

/** What services post, signed as they sign it. Each hook has the name of its service's key in the configuration. */
final class Services {
    static final List<String> NAMES = List.of("ses", "sendgrid", "mailgun", "postal", "haraka", "kumomta");
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:bounces";
    static final URI CERTIFICATE =
            URI.create("https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem");
    static final String TOKEN = "a token that nobody guesses";
    static final KeyPair RSA = rsa();
    static final KeyPair EC = ec("secp256r1");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Services() {}

    /** A request, before it is sent. */
    record Post(Map<String, String> headers, byte[] body) {
        static Post of(Map<String, String> headers, String body) {
            return new Post(headers, body.getBytes(StandardCharsets.UTF_8));
        }

        Function<String, Optional<String>> header() {
            Map<String, String> lower = new HashMap<>();
            headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
            return name -> Optional.ofNullable(lower.get(name.toLowerCase(Locale.ROOT)));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Others than those that sign here. */
    static List<HookSettings> strangers() {
        return settings(rsa(), ec("secp256r1"), "another token, as long as it is");
    }

    static List<HookSettings> settings() {
        return settings(RSA, EC, TOKEN);
    }

    private static List<HookSettings> settings(KeyPair rsa, KeyPair ec, String token) {
        return List.of(
                new HookSettings.Ses("ses", Set.of(TOPIC)),
                new HookSettings.SendGrid("sendgrid", ec.getPublic()),
                new HookSettings.Mailgun("mailgun", Secret.of(token)),
                new HookSettings.Postal("postal", rsa.getPublic()),
                new HookSettings.Haraka("haraka", Secret.of(token)),
                new HookSettings.KumoMta("kumomta", Secret.of(token)));
    }

    /** A payload as the service sends it at a time, in its envelope. */
    static Post post(String service, String payload, Instant at) {
        return switch (service) {
            case "ses" -> sns(notification(payload, at), "2");
            case "sendgrid" -> sendGrid(payload, String.valueOf(at.getEpochSecond()));
            case "mailgun" -> mailgun(payload, String.valueOf(at.getEpochSecond()), "token-of-" + payload.hashCode());
            case "postal" -> postal(payload, at);
            case "haraka", "kumomta" -> Post.of(Map.of("Authorization", "Bearer " + TOKEN), payload);
            default -> throw new IllegalArgumentException(service);
        };
    }

    /** One that tells of a refusal, of each service. */
    static Post refusal(String service, Instant at) {
        return post(
                service,
                payload(
                        switch (service) {
                            case "ses" -> "ses-bounce";
                            case "sendgrid" -> "sendgrid-batch";
                            case "mailgun" -> "mailgun-failed-permanently";
                            case "postal" -> "postal-failed";
                            case "haraka" -> "haraka-bounced";
                            default -> "kumomta-batch";
                        }),
                at);
    }

    static String payload(String file) {
        try (var in = Services.class.getResourceAsStream("/bounce/hook/" + file + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode notification(String message, Instant at) {
        return JSON.createObjectNode()
                .put("Type", "Notification")
                .put("MessageId", "message-" + message.hashCode())
                .put("TopicArn", TOPIC)
                .put("Subject", "Amazon SES Email Event Notification")
                .put("Message", message)
                .put("Timestamp", at.toString());
    }

    static ObjectNode subscription(String address, Instant at) {
        return JSON.createObjectNode()
                .put("Type", "SubscriptionConfirmation")
                .put("MessageId", "question-1")
                .put("Token", "2336412f37f")
                .put("TopicArn", TOPIC)
                .put("Message", "You have chosen to subscribe to the topic " + TOPIC)
                .put("SubscribeURL", address)
                .put("Timestamp", at.toString());
    }

    static Post sns(ObjectNode message, String version) {
        return sns(message, version, CERTIFICATE.toString(), RSA);
    }

    /** Signs by a description of its own, so that a mistake in the reader's is seen. */
    static Post sns(ObjectNode message, String version, String certificate, KeyPair key) {
        StringBuilder text = new StringBuilder();
        for (String field :
                List.of("Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type")) {
            if (message.hasNonNull(field)) {
                text.append(field + "\n" + message.get(field).asText() + "\n");
            }
        }
        String algorithm = version.equals("1") ? "SHA1withRSA" : "SHA256withRSA";
        ObjectNode signed = message.deepCopy()
                .put("SignatureVersion", version)
                .put("Signature", sign(algorithm, key, text.toString()))
                .put("SigningCertURL", certificate)
                .put("UnsubscribeURL", "https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe");
        return Post.of(
                Map.of("Content-Type", "text/plain; charset=UTF-8", "x-amz-sns-message-type", "Notification"),
                signed.toString());
    }

    static Post sendGrid(String payload, String time) {
        return Post.of(
                Map.of(
                        "X-Twilio-Email-Event-Webhook-Signature",
                        sign("SHA256withECDSA", EC, time + payload),
                        "X-Twilio-Email-Event-Webhook-Timestamp",
                        time),
                payload);
    }

    static Post mailgun(String event, String time, String token) {
        return Post.of(
                Map.of("Content-Type", "application/json"),
                "{\"signature\": {\"timestamp\": \"" + time + "\", \"token\": \"" + token + "\", \"signature\": \""
                        + hmac(time + token) + "\"}, \"event-data\": " + event + "}");
    }

    static String postalBody(String payload, Instant at) {
        try {
            ObjectNode body = (ObjectNode) JSON.readTree(payload);
            return body.put("timestamp", at.toEpochMilli() / 1000.0)
                    .put("uuid", "uuid-" + payload.hashCode())
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Post postal(String payload, Instant at) {
        String body = postalBody(payload, at);
        return Post.of(
                Map.of(
                        "X-Postal-Signature-KID",
                        "key-1",
                        "X-Postal-Signature",
                        sign("SHA1withRSA", RSA, body),
                        "X-Postal-Signature-256",
                        sign("SHA256withRSA", RSA, body)),
                body);
    }

    static String sign(String algorithm, KeyPair key, String text) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair rsa() {
        return pair("RSA", generator -> generator.initialize(2048));
    }

    static KeyPair ec(String curve) {
        return pair("EC", generator -> generator.initialize(new ECGenParameterSpec(curve)));
    }

    private interface Setting {
        void of(KeyPairGenerator generator) throws GeneralSecurityException;
    }

    private static KeyPair pair(String algorithm, Setting setting) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            setting.of(generator);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
