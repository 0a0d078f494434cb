package offlist.alert.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import offlist.yaml.Secret;

/** Signs as Standard Webhooks 1.0 does with symmetric secrets. */
public final class Signature {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    /** The bounds the standard sets for a secret. */
    private static final int FEWEST_BYTES = 24;

    private static final int MOST_BYTES = 64;

    private Signature() {}

    /** Whether a text is {@code whsec_} and the base64 of 24 to 64 bytes. */
    public static boolean isSecret(String text) {
        return key(text).isPresent();
    }

    /** A signature for each secret, so that the receiver can change over from one to the other. */
    static String of(List<Secret> secrets, String id, long timestamp, String body) {
        String signed = id + "." + timestamp + "." + body;
        return secrets.stream()
                .flatMap(secret -> key(secret.reveal()).stream())
                .map(key -> "v1," + Base64.getEncoder().encodeToString(hmac(key, signed)))
                .collect(Collectors.joining(" "));
    }

    private static Optional<byte[]> key(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text.substring(PREFIX.length())))
                    .filter(key -> key.length >= FEWEST_BYTES && key.length <= MOST_BYTES);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
