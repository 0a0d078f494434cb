package offlist.bounce.hook;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Public keys as services show them: the base64 of a SubjectPublicKeyInfo (RFC 5280), with or without the lines of PEM. */
public final class Keys {
    /** Postal made its key so small for years. */
    private static final int FEWEST_BITS = 1024;

    private Keys() {}

    /** A key on the curve P-256. */
    public static Optional<PublicKey> p256(String text) {
        return key("EC", text)
                .filter(key -> key instanceof ECPublicKey ec && onP256(ec.getParams()))
                .map(PublicKey.class::cast);
    }

    /** An RSA key of 1024 bits or more. */
    public static Optional<PublicKey> rsa(String text) {
        return key("RSA", text)
                .filter(key ->
                        key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= FEWEST_BITS);
    }

    private static Optional<PublicKey> key(String algorithm, String text) {
        String base64 = text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s+", "");
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static boolean onP256(ECParameterSpec given) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            ECParameterSpec wanted = parameters.getParameterSpec(ECParameterSpec.class);
            return wanted.getCurve().equals(given.getCurve())
                    && wanted.getGenerator().equals(given.getGenerator())
                    && wanted.getOrder().equals(given.getOrder());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has the curve P-256", e);
        }
    }
}
