package offlist.bounce.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import offlist.yaml.Secret;

/** Whether somebody knows a secret. All comparisons take the same time, however much of a guess is right. */
final class Seal {
    private static final String HMAC = "HmacSHA256";

    private Seal() {}

    /** {@code Authorization: Bearer …} (RFC 6750, section 2.1). */
    static boolean bearer(Optional<String> authorization, Secret token) {
        String given = authorization.orElse("").strip();
        boolean bearer = given.regionMatches(true, 0, "Bearer ", 0, 7);
        // Digests, so that not even the length of the token shows.
        return MessageDigest.isEqual(digest(bearer ? given.substring(7).strip() : ""), digest(token.reveal()))
                && bearer;
    }

    /** @param signature in hexadecimal digits */
    static boolean hmac(Secret key, String text, String signature) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), HMAC));
            String wanted = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return MessageDigest.isEqual(
                    wanted.getBytes(StandardCharsets.US_ASCII),
                    signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    /**
     * @param algorithm such as {@code SHA256withRSA}
     * @param signature in base64
     */
    static boolean signed(String algorithm, PublicKey key, String signature, byte[]... parts) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            for (byte[] part : parts) {
                verifier.update(part);
            }
            return verifier.verify(Base64.getDecoder().decode(signature.strip()));
        } catch (SignatureException | InvalidKeyException | IllegalArgumentException wrong) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** A name for some bytes that nobody can give other bytes. */
    static String name(byte[]... parts) {
        MessageDigest sha = sha();
        for (byte[] part : parts) {
            sha.update(part);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static byte[] digest(String text) {
        return sha().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
