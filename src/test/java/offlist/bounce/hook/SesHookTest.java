package offlist.bounce.hook;

import static offlist.bounce.hook.Services.CERTIFICATE;
import static offlist.bounce.hook.Services.NOW;
import static offlist.bounce.hook.Services.RSA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import offlist.bounce.hook.HookDoor.Entry;
import offlist.bounce.hook.Services.Post;
import offlist.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose messages of Amazon SNS are believed. */
final class SesHookTest {
    private static final Entry TAKEN = new Entry.Taken();
    private static final Entry STRANGER = new Entry.Stranger();
    private static final String CONFIRM = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn="
            + Services.TOPIC + "&Token=2336";

    private final ManualClock clock = new ManualClock(NOW);
    private final Heard heard = new Heard();
    private final Net net = new Net();
    private final HookDoor door = new HookDoor(Services::settings, heard, net, clock);

    private Entry enter(Post post) {
        return door.enter("ses", post.header(), post.body());
    }

    private static Post bounce() {
        return Services.refusal("ses", NOW);
    }

    private static MadeCertificate certificate() {
        return MadeCertificate.of("sns.amazonaws.com", NOW);
    }

    private void usual() {
        net.with(CERTIFICATE, certificate().pem(RSA, RSA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void bothVersionsOfTheSignatureAreKnown(String version) {
        usual();
        var message = Services.notification(Services.payload("ses-bounce"), NOW);

        assertThat(enter(Services.sns(message, version))).isEqualTo(TAKEN);
        assertThat(heard.lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "", "SHA256withRSA"})
    void anotherVersionIsNot(String version) {
        usual();

        assertThat(enter(Services.sns(Services.notification("{}", NOW), version)))
                .isEqualTo(STRANGER);
    }

    @Test
    void aMessageThatAnotherKeySignedIsRefused() {
        usual();
        var message = Services.notification(Services.payload("ses-bounce"), NOW);

        assertThat(enter(Services.sns(message, "2", CERTIFICATE.toString(), Services.rsa())))
                .isEqualTo(STRANGER);
        assertThat(heard.lines()).isEmpty();
    }

    @Test
    void aMessageWithoutASubjectIsSignedWithoutOne() {
        usual();
        var message = Services.notification(Services.payload("ses-bounce"), NOW);
        message.remove("Subject");

        assertThat(enter(Services.sns(message, "2"))).isEqualTo(TAKEN);
    }

    /** Anybody who is a customer of Amazon can have that signed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sns:eu-west-1:999999999999:bounces",
                "arn:aws:sns:eu-west-1:123456789012:bounces2",
                "arn:aws:sns:eu-west-1:123456789012:Bounces",
                "",
            })
    void anotherTopicIsRefusedBeforeAnybodyIsAsked(String topic) {
        usual();
        var message = Services.notification(Services.payload("ses-bounce"), NOW).put("TopicArn", topic);

        assertThat(enter(Services.sns(message, "2"))).isEqualTo(STRANGER);
        assertThat(net.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.eu-west-1.amazonaws.com/a.pem",
                "https://sns.eu-west-1.amazonaws.com.evil.example/a.pem",
                "https://evil.example/sns.eu-west-1.amazonaws.com/a.pem",
                "https://sns.eu-west-1.amazonaws.com@evil.example/a.pem",
                "https://evil.example#sns.eu-west-1.amazonaws.com/a.pem",
                "https://xsns.eu-west-1.amazonaws.com/a.pem",
                "https://sns.evil.amazonaws.com/a.pem",
                "https://s3.eu-west-1.amazonaws.com/a.pem",
                "https://sns.s3.eu-west-1.amazonaws.com/a.pem",
                "https://sns.amazonaws.com/a.pem",
                "https://sns.eu-west-1.amazonaws.com.cn.example/a.pem",
                "https://sns.eu-west-1.amazonaws.com:8443/a.pem",
                "https://sns.eu-west-1.amazonaws.com/?Action=x&y=/a.pem",
                "https://sns.eu-west-1.amazonaws.com/a.pem?x=1",
                "https://sns.eu-west-1.amazonaws.com/a.pem#x",
                "https://sns.eu-west-1.amazonaws.com/a/../b.pem",
                "https://sns.eu-west-1.amazonaws.com/a%2Fb.pem",
                "https://sns.eu-west-1.amazonaws.com/a.pem/b",
                "https://sns.eu-west-1.amazonaws.com/a.PEM",
                "https://127.0.0.1/a.pem",
                "https://[::1]/a.pem",
                "file:///etc/a.pem",
                "//sns.eu-west-1.amazonaws.com/a.pem",
                "not an address",
                "",
            })
    void aCertificateElsewhereIsNotLookedAt(String address) {
        Post post = Services.sns(Services.notification(Services.payload("ses-bounce"), NOW), "2", address, RSA);

        assertThat(enter(post)).isEqualTo(STRANGER);
        assertThat(net.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sns.us-gov-west-1.amazonaws.com/SimpleNotificationService-01.pem",
                "https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-01.pem",
                "https://sns.ap-southeast-5.amazonaws.com:443/SimpleNotificationService-01.pem",
            })
    void aCertificateOfAnyRegionIs(String address) {
        net.with(URI.create(address), certificate().pem(RSA, RSA));
        Post post = Services.sns(Services.notification(Services.payload("ses-bounce"), NOW), "2", address, RSA);

        assertThat(enter(post)).isEqualTo(TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "sns.amazonaws.com.evil.example", "xsns.amazonaws.com", "amazonaws.com"})
    void aCertificateOfAnotherNameIsNotBelieved(String name) {
        net.with(CERTIFICATE, MadeCertificate.of(name, NOW).pem(RSA, RSA));

        assertThat(enter(bounce())).isEqualTo(STRANGER);
    }

    @Test
    void anExpiredCertificateIsNotBelieved() {
        net.with(
                CERTIFICATE,
                certificate()
                        .lasting(NOW.minusSeconds(100), NOW.minusSeconds(1))
                        .pem(RSA, RSA));

        assertThat(enter(bounce())).isEqualTo(STRANGER);
    }

    @Test
    void aCertificateOfTomorrowIsNotBelieved() {
        net.with(
                CERTIFICATE,
                certificate().lasting(NOW.plusSeconds(1), NOW.plusSeconds(100)).pem(RSA, RSA));

        assertThat(enter(bounce())).isEqualTo(STRANGER);
    }

    @Test
    void aCertificateThatExpiresIsFetchedAgain() {
        net.with(
                CERTIFICATE,
                certificate().lasting(NOW.minusSeconds(9), NOW.plusSeconds(9)).pem(RSA, RSA));
        enter(bounce());
        clock.pass(Duration.ofSeconds(10));
        usual();

        assertThat(enter(Services.post("ses", Services.payload("ses-delay"), NOW)))
                .isEqualTo(TAKEN);
        assertThat(net.asked()).hasSize(2);
    }

    @Test
    void aCertificateIsFetchedOnce() {
        usual();
        for (String payload : new String[] {"ses-bounce", "ses-delay", "ses-complaint"}) {
            assertThat(enter(Services.post("ses", Services.payload(payload), NOW)))
                    .isEqualTo(TAKEN);
        }

        assertThat(net.asked()).containsExactly(CERTIFICATE);
    }

    @Test
    void aChainHasToHold() {
        KeyPair authority = Services.rsa();
        MadeCertificate issuer = MadeCertificate.of("Authority", NOW).asAuthority();
        net.with(CERTIFICATE, certificate().by("Authority").pem(RSA, authority) + issuer.pem(authority, authority));

        assertThat(enter(bounce())).isEqualTo(TAKEN);
    }

    @Test
    void aChainThatSomebodyElseSignedDoesNotHold() {
        KeyPair authority = Services.rsa();
        MadeCertificate issuer = MadeCertificate.of("Authority", NOW).asAuthority();
        net.with(
                CERTIFICATE, certificate().by("Authority").pem(RSA, Services.rsa()) + issuer.pem(authority, authority));

        assertThat(enter(bounce())).isEqualTo(STRANGER);
    }

    @Test
    void whoIsNoAuthorityVouchesForNobody() {
        KeyPair other = Services.rsa();
        net.with(
                CERTIFICATE,
                certificate().by("Other").pem(RSA, other)
                        + MadeCertificate.of("Other", NOW).pem(other, other));

        assertThat(enter(bounce())).isEqualTo(STRANGER);
    }

    @Test
    void aChainOfAnotherIssuerDoesNotHold() {
        KeyPair authority = Services.rsa();
        net.with(
                CERTIFICATE,
                certificate().by("Somebody").pem(RSA, authority)
                        + MadeCertificate.of("Authority", NOW).asAuthority().pem(authority, authority));

        assertThat(enter(bounce())).isEqualTo(STRANGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void whatIsNoCertificateIsNotBelieved(String content) {
        net.with(CERTIFICATE, content);

        assertThat(enter(bounce())).isEqualTo(STRANGER);
    }

    @Test
    void aKeyOfAnotherKindFitsNothing() {
        KeyPair elliptic = Services.ec("secp256r1");
        net.with(CERTIFICATE, certificate().pem(elliptic, RSA));

        assertThat(enter(bounce())).isEqualTo(STRANGER);
    }

    @Test
    void whenTheCertificateCannotBeHadTheMessageShallComeAgain() {
        assertThat(enter(bounce())).isInstanceOf(Entry.NotNow.class);
        usual();

        assertThat(enter(bounce())).isEqualTo(TAKEN);
        assertThat(heard.lines()).hasSize(2);
    }

    /** Whoever knows the name of a topic could have us ask without end. */
    @Test
    void notMoreThanTenCertificatesAreFetchedInAMinute() {
        for (int i = 0; i < 30; i++) {
            String address = "https://sns.eu-west-1.amazonaws.com/made-up-" + i + ".pem";
            assertThat(enter(Services.sns(Services.notification("{}", NOW), "2", address, RSA)))
                    .isInstanceOf(Entry.NotNow.class);
        }
        assertThat(net.asked()).hasSize(10);
        clock.pass(Duration.ofMinutes(1));
        usual();

        assertThat(enter(bounce())).isEqualTo(TAKEN);
    }

    @Test
    void aSubscriptionOfATopicOfOursIsConfirmed() {
        usual();
        net.with(URI.create(CONFIRM), "<ConfirmSubscriptionResponse/>");

        assertThat(enter(Services.sns(Services.subscription(CONFIRM, NOW), "2")))
                .isEqualTo(TAKEN);
        assertThat(net.asked()).containsExactly(CERTIFICATE, URI.create(CONFIRM));
        assertThat(heard.lines()).isEmpty();
    }

    @Test
    void aSubscriptionOfAnotherTopicIsNotConfirmed() {
        usual();
        var question = Services.subscription(CONFIRM, NOW).put("TopicArn", Services.TOPIC + "2");

        assertThat(enter(Services.sns(question, "2"))).isEqualTo(STRANGER);
        assertThat(net.asked()).isEmpty();
    }

    @Test
    void aSubscriptionThatNobodySignedIsNotConfirmed() {
        usual();
        Post post = Services.sns(Services.subscription(CONFIRM, NOW), "2", CERTIFICATE.toString(), Services.rsa());

        assertThat(enter(post)).isEqualTo(STRANGER);
        assertThat(net.asked()).containsExactly(CERTIFICATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription",
                "https://evil.example/?Action=ConfirmSubscription",
                "https://sns.eu-west-1.amazonaws.com@evil.example/?Action=ConfirmSubscription",
                "https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe",
                "https://sns.eu-west-1.amazonaws.com/x?Action=ConfirmSubscription",
                "http://127.0.0.1:8080/api/v1/bounces",
                "",
            })
    void aConfirmationElsewhereIsNotCalled(String address) {
        usual();

        assertThat(enter(Services.sns(Services.subscription(address, NOW), "2")))
                .isInstanceOf(Entry.Unreadable.class);
        assertThat(net.asked()).containsExactly(CERTIFICATE);
    }

    @Test
    void aConfirmationThatFailsIsAskedForAgain() {
        usual();

        assertThat(enter(Services.sns(Services.subscription(CONFIRM, NOW), "2")))
                .isInstanceOf(Entry.NotNow.class);
    }

    /** Calling the address would subscribe again. */
    @Test
    void theEndOfASubscriptionIsHeardAndNothingIsDone() {
        usual();
        var end = Services.subscription(CONFIRM, NOW).put("Type", "UnsubscribeConfirmation");

        assertThat(enter(Services.sns(end, "2"))).isEqualTo(TAKEN);
        assertThat(net.asked()).containsExactly(CERTIFICATE);
    }

    @Test
    void aMessageThatIsNoEventTellsNothing() {
        usual();

        assertThat(enter(Services.post("ses", "a test of the topic", NOW))).isEqualTo(TAKEN);
        assertThat(heard.lines()).isEmpty();
    }

    @Test
    void rawDeliveryIsSaidToHaveNoSignature() {
        Post raw = Post.of(Map.of("x-amz-sns-rawdelivery", "true"), Services.payload("ses-bounce"));

        assertThat(enter(raw))
                .isEqualTo(new Entry.Unreadable(
                        "raw message delivery has no signature; switch it off in the subscription"));
    }
}
