package offlist.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import offlist.alert.Actions;
import org.junit.jupiter.api.Test;

class SlackClicksTest {
    private final List<String> done = new ArrayList<>();
    private final SlackClicks clicks = new SlackClicks(() -> new Noted(done), Runnable::run);

    /** Writes down what it is told. */
    record Noted(List<String> done) implements Actions {
        @Override
        public void acknowledge(String incident, Actor who) {
            done.add("acknowledge " + incident + " by " + who.name());
        }

        @Override
        public void silence(String incident, Duration how, Actor who) {
            done.add("silence " + incident + " " + how + " by " + who.name());
        }

        @Override
        public void removalRequested(String incident, Actor who) {
            done.add("removal " + incident + " by " + who.name());
        }
    }

    static String pressed(String action, String value) {
        return """
                {"type":"block_actions","user":{"id":"U123","username":"jane","name":"j"},
                "actions":[{"action_id":"%s","block_id":"x","type":"button","value":"%s"}]}""".formatted(action, value);
    }

    private static String form(String payload) {
        return "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
    }

    @Test
    void aPressedButtonIsDoneForEachIncidentAndKnowsWho() {
        clicks.form(form(pressed("offlist.acknowledge", "L-1\\nlist/zen")));

        assertThat(done)
                .containsExactly("acknowledge L-1 by slack:U123 (jane)", "acknowledge list/zen by slack:U123 (jane)");
    }

    @Test
    void eachButtonDoesItsOwn() {
        clicks.form(form(pressed("offlist.silence", "L-1")));
        clicks.form(form(pressed("offlist.removal-requested", "L-1")));

        assertThat(done).containsExactly("silence L-1 PT24H by slack:U123 (jane)", "removal L-1 by slack:U123 (jane)");
    }

    @Test
    void whatIsNoButtonOfOursDoesNothing() {
        List.of(
                        form(pressed("other.button", "L-1")),
                        form("{\"type\":\"view_submission\"}"),
                        form("{"),
                        "payload=%zz",
                        "x=y",
                        "")
                .forEach(clicks::form);

        assertThat(done).isEmpty();
    }

    @Test
    void aNameCannotFakeALineOfTheAuditTrail() {
        clicks.form(form(
                pressed("offlist.acknowledge", "L-1").replace("jane", "x\\r\\nslack:U1 (boss)" + "y".repeat(500))));

        assertThat(done.getFirst()).doesNotContain("\r", "\n").hasSizeLessThan(160);
    }

    @Test
    void aFaultOfOneDoesNotKeepTheNextFromWorking() {
        SlackClicks broken = new SlackClicks(
                () -> {
                    throw new IllegalStateException("not there");
                },
                Runnable::run);

        broken.form(form(pressed("offlist.acknowledge", "L-1")));
        clicks.form(form(pressed("offlist.acknowledge", "L-1")));

        assertThat(done).hasSize(1);
    }
}
