package offlist.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import offlist.bounce.hook.HookSettings;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HooksReaderTest {
    private static final String SECRET = "T0PSECRET of some length";
    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:bounces";

    @TempDir
    Path folder;

    private Settings settings(String hooks) {
        return GoodConfig.good(GoodConfig.read("bounces: {hooks: [" + hooks + "]}", folder))
                .settings();
    }

    private String all(PublicKey elliptic, PublicKey rsa) throws IOException {
        Files.writeString(folder.resolve("hook.secret"), SECRET + "\n");
        return """
                {name: a, ses: {topics: %s}}, {name: b, sendgrid: {public-key: "%s"}},
                {name: c, mailgun: {signing-key: {file: hook.secret}}}, {name: d, postal: {public-key: "%s"}},
                {name: e, haraka: {token: {file: hook.secret}}}, {name: f, kumomta: {token: {file: hook.secret}}}
                """.formatted(TOPIC, base64(elliptic), base64(rsa));
    }

    private static String base64(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static PublicKey elliptic() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair().getPublic();
    }

    private static PublicKey rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return generator.generateKeyPair().getPublic();
    }

    @Test
    void eachServiceIsRead() throws Exception {
        PublicKey elliptic = elliptic();
        PublicKey rsa = rsa();
        Secret secret = Secret.of(SECRET);

        assertThat(settings(all(elliptic, rsa)).bounces().hooks())
                .containsExactly(
                        new HookSettings.Ses("a", Set.of(TOPIC)),
                        new HookSettings.SendGrid("b", elliptic),
                        new HookSettings.Mailgun("c", secret),
                        new HookSettings.Postal("d", rsa),
                        new HookSettings.Haraka("e", secret),
                        new HookSettings.KumoMta("f", secret));
    }

    @Test
    void whatHoldsIsShownWithoutSecrets() throws Exception {
        List<String> lines = EffectiveSettings.lines(settings(all(elliptic(), rsa())));

        assertThat(lines)
                .contains(
                        "bounces.hooks a: Amazon SES, topics " + TOPIC,
                        "bounces.hooks b: SendGrid, public-key",
                        "bounces.hooks c: Mailgun, signing-key ***",
                        "bounces.hooks d: Postal, public-key",
                        "bounces.hooks e: Haraka, token ***",
                        "bounces.hooks f: KumoMTA, token ***");
        assertThat(lines.toString()).doesNotContain("T0PSECRET");
    }

    @Test
    void settingsDoNotShowTheirSecrets() throws Exception {
        assertThat(settings(all(elliptic(), rsa())).bounces().toString()).doesNotContain("T0PSECRET");
    }

    @Test
    void noHooksIsTheUsualCase() {
        assertThat(settings("").bounces().hooks()).isEmpty();
    }
}
