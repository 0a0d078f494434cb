package offlist.alert.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import offlist.yaml.Secret;

/** Slack's signature of a request, version v0: HMAC-SHA256 over the version, the time and the raw body. */
public final class SlackSignature {
    /** Older requests can be recorded ones. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private SlackSignature() {}

    /**
     * @param timestamp the header {@code X-Slack-Request-Timestamp}
     * @param signature the header {@code X-Slack-Signature}
     */
    public static boolean fits(Secret secret, String timestamp, String signature, byte[] body, Instant now) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant then = Instant.ofEpochSecond(Long.parseLong(timestamp));
        boolean recent = Duration.between(then, now).abs().compareTo(WINDOW) <= 0;
        byte[] wanted = of(secret, timestamp, body).getBytes(StandardCharsets.US_ASCII);
        // In constant time, so that nobody guesses it digit by digit.
        return MessageDigest.isEqual(wanted, signature.getBytes(StandardCharsets.UTF_8)) && recent;
    }

    static String of(Secret secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
