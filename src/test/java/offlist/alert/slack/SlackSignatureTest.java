package offlist.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;

class SlackSignatureTest {
    private static final Secret SECRET = Secret.of("8f742231b10e8888abcd99yyyzzz85a5");
    private static final Instant NOW = Instant.ofEpochSecond(1531420618);
    /** The example of Slack's own documentation. */
    private static final String BODY = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect"
            + "&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    @Test
    void slacksOwnExampleFits() {
        assertThat(fits("1531420618", SIGNATURE, BODY, NOW)).isTrue();
    }

    @Test
    void anyOtherByteDoesNot() {
        assertThat(fits("1531420618", SIGNATURE, BODY + "x", NOW)).isFalse();
        assertThat(fits("1531420618", SIGNATURE.replace('a', 'b'), BODY, NOW)).isFalse();
        assertThat(fits("1531420619", SIGNATURE, BODY, NOW)).isFalse();
        assertThat(fits("1531420618", "", BODY, NOW)).isFalse();
        assertThat(fits("now", SIGNATURE, BODY, NOW)).isFalse();
    }

    @Test
    void whatIsOlderThanFiveMinutesOrFromTheFutureDoesNot() {
        assertThat(fits("1531420618", SIGNATURE, BODY, NOW.plusSeconds(300))).isTrue();
        assertThat(fits("1531420618", SIGNATURE, BODY, NOW.plusSeconds(301))).isFalse();
        assertThat(fits("1531420618", SIGNATURE, BODY, NOW.minusSeconds(301))).isFalse();
    }

    private static boolean fits(String time, String signature, String body, Instant now) {
        return SlackSignature.fits(SECRET, time, signature, body.getBytes(StandardCharsets.UTF_8), now);
    }
}
