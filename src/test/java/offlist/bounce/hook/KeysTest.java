package offlist.bounce.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysTest {
    private static String base64(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    @Test
    void aKeyIsReadAsItIsShown() {
        assertThat(Keys.p256(base64(Services.EC.getPublic()))).contains(Services.EC.getPublic());
        assertThat(Keys.rsa(base64(Services.RSA.getPublic()))).contains(Services.RSA.getPublic());
    }

    @Test
    void aKeyIsReadAsPem() {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(Services.RSA.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";

        assertThat(Keys.rsa(pem)).contains(Services.RSA.getPublic());
    }

    @Test
    void aKeyOfTheOtherKindIsNone() {
        assertThat(Keys.rsa(base64(Services.EC.getPublic()))).isEmpty();
        assertThat(Keys.p256(base64(Services.RSA.getPublic()))).isEmpty();
    }

    @Test
    void anotherCurveIsNone() {
        assertThat(Keys.p256(base64(Services.ec("secp384r1").getPublic()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "not base64",
                // 512 bits
                "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBANrzrYXu3Pbt3ouKkZ4+bsnhDCqgwXyWjyTAMlhXMSDEFNTtKGD+Q0Y0OEAqPu7HNsqFqhEvnLhtqkFCMQCiJqsCAwEAAQ==",
            })
    void whatIsNoKeyIsNone(String text) {
        assertThat(Keys.rsa(text)).isEmpty();
        assertThat(Keys.p256(text)).isEmpty();
    }
}
