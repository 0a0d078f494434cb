package offlist.bounce.hook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** An X.509 certificate (RFC 5280), made by hand for a key of the test. */
record MadeCertificate(String subject, String issuer, boolean authority, Instant from, Instant until) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final byte[] SHA256_WITH_RSA = der(
            0x30,
            der(0x06, new byte[] {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x01, 0x0B}),
            der(0x05));

    static MadeCertificate of(String subject, Instant now) {
        return new MadeCertificate(subject, subject, false, now.minusSeconds(3600), now.plusSeconds(3600));
    }

    MadeCertificate by(String other) {
        return new MadeCertificate(subject, other, authority, from, until);
    }

    MadeCertificate asAuthority() {
        return new MadeCertificate(subject, issuer, true, from, until);
    }

    MadeCertificate lasting(Instant first, Instant last) {
        return new MadeCertificate(subject, issuer, authority, first, last);
    }

    /** @param signer whose private key signs it */
    String pem(KeyPair key, KeyPair signer) {
        byte[] body = der(
                0x30,
                der(0xA0, der(0x02, new byte[] {2})),
                der(0x02, new byte[] {7}),
                SHA256_WITH_RSA,
                name(issuer),
                der(0x30, time(from), time(until)),
                name(subject),
                key.getPublic().getEncoded(),
                authority ? der(0xA3, der(0x30, basicConstraints())) : new byte[0]);
        byte[] certificate = der(0x30, body, SHA256_WITH_RSA, der(0x03, new byte[] {0}, sign(signer, body)));
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }

    private static byte[] sign(KeyPair signer, byte[] body) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer.getPrivate());
            signature.update(body);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] basicConstraints() {
        byte[] yes = der(0x01, new byte[] {(byte) 0xFF});
        return der(0x30, der(0x06, new byte[] {0x55, 0x1D, 0x13}), yes, der(0x04, der(0x30, yes)));
    }

    private static byte[] name(String commonName) {
        byte[] type = der(0x06, new byte[] {0x55, 0x04, 0x03});
        return der(0x30, der(0x31, der(0x30, type, der(0x0C, commonName.getBytes(StandardCharsets.UTF_8)))));
    }

    private static byte[] time(Instant at) {
        return der(0x18, TIME.format(at).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length >= 0x80) {
            out.write(0x82);
            out.write(length >> 8);
        }
        out.write(length);
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
