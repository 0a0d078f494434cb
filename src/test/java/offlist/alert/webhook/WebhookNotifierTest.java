package offlist.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import offlist.alert.HttpNotifierContract;
import offlist.alert.JsonReading;
import offlist.alert.Messages;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.Reading;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;

class WebhookNotifierTest extends HttpNotifierContract {
    private static final Instant NOW = Instant.ofEpochSecond(1_763_805_600);
    private static final byte[] OLD = "the old key of 24 bytes!".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW = "the new key, of 32 bytes exactly".getBytes(StandardCharsets.US_ASCII);

    @Override
    protected Reading reading() {
        return new JsonReading(600 * 1024);
    }

    @Override
    protected Notifier at(String base) {
        return notifier(base, List.of(secret(NEW), secret(OLD)));
    }

    private static Notifier notifier(String base, List<Secret> secrets) {
        return new WebhookNotifier(
                client(), Secret.of(base + "/" + SECRET), secrets, InstantSource.fixed(NOW), PATIENCE);
    }

    private static Secret secret(byte[] key) {
        return Secret.of("whsec_" + Base64.getEncoder().encodeToString(key));
    }

    /** As a receiver does it: of what came, byte for byte. */
    private static String signed(Request request, byte[] key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update(header(request, "webhook-id").getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) '.');
        mac.update(header(request, "webhook-timestamp").getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) '.');
        return "v1,"
                + Base64.getEncoder().encodeToString(mac.doFinal(request.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static String header(Request request, String name) {
        return java.util.Objects.requireNonNull(request.headers().get(name), name);
    }

    @Test
    void bothSecretsSignWhatWasSent() throws Exception {
        accepted().send(Messages.hostile());

        Request request = requests.getFirst();
        assertThat(request.headers().get("webhook-signature"))
                .isEqualTo(signed(request, NEW) + " " + signed(request, OLD));
    }

    /** A vector worked out with another program: {@code openssl dgst -sha256 -mac HMAC}. */
    @Test
    void theSignatureIsThatOfOtherPrograms() {
        assertThat(Signature.of(List.of(secret(OLD)), "msg_1", 1_700_000_000, "{\"a\":\"ä\"}"))
                .isEqualTo("v1,3heqqhikqW4ojgiuxTDht2y0iz//DtPYna4kmYmRgu8=");
    }

    @Test
    void theIdStaysAndTheTimeIsThatOfTheAttempt() {
        List<Instant> times = new ArrayList<>(List.of(NOW, NOW.plusSeconds(40)));
        Notifier notifier =
                new WebhookNotifier(client(), Secret.of(base()), List.of(secret(OLD)), times::removeFirst, PATIENCE);
        notifier.send(Messages.opened());
        notifier.send(Messages.opened());

        assertThat(requests)
                .extracting(request -> request.headers().get("webhook-id"))
                .containsOnly(Messages.opened().key());
        assertThat(requests)
                .extracting(request -> request.headers().get("webhook-timestamp"))
                .containsExactly("1763805600", "1763805640");
    }

    @Test
    void withoutSecretsNothingIsSigned() {
        notifier(base(), List.of()).send(Messages.opened());

        assertThat(requests.getFirst().headers())
                .doesNotContainKey("webhook-signature")
                .containsKey("webhook-id");
    }

    @Test
    void aReceiverThatRepeatsTheRequestGetsNothingIntoTheLog() {
        reply = "no hook /" + SECRET + " here";

        assertThat(refused().send(Messages.opened())).isEqualTo(new Outcome.GivenUp("HTTP 404: no hook *** here"));
    }

    @Test
    void aSecretIsTheBase64OfEnoughBytes() {
        Map.of(
                        "whsec_" + "A".repeat(32),
                        true,
                        "whsec_" + "A".repeat(28),
                        false,
                        "A".repeat(32),
                        false,
                        "whsec_" + "A".repeat(120),
                        false,
                        "whsec_!",
                        false)
                .forEach((text, good) ->
                        assertThat(Signature.isSecret(text)).as(text).isEqualTo(good));
    }
}
