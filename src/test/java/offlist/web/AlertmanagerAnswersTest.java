package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import offlist.pool.Target;
import offlist.testing.SampleBoard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertmanagerAnswersTest {
    private final SampleChecks checks = new SampleChecks();
    private final AlertmanagerAnswers answers = new AlertmanagerAnswers(SampleSetup.sources(new SampleBoard(), checks));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"address\": \"192.0.2.10\"",
                "\"instance\": \"192.0.2.10:9100\"",
                "\"instance\": \"mta1.example.com:9100\", \"ip\": \"192.0.2.10\"",
                "\"target\": \"192.0.2.10\", \"instance\": \"127.0.0.1:9115\""
            })
    void anAddressOfAPoolIsCheckedWhateverLabelNamesIt(String labels) {
        AlertmanagerView taken = answers.take(body("firing", labels));

        assertThat(taken.checking()).containsExactly("192.0.2.10");
        assertThat(checks.named).extracting(Target::text).containsExactly("192.0.2.10");
    }

    @Test
    void aProgramDoesNotAskAsAPersonDoes() {
        answers.take(body("firing", "\"address\": \"192.0.2.10\""));

        assertThat(checks.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OfflistListing", "OfflistListHealth", "OfflistOldestAnswer"})
    void ourOwnAlertsThatComeBackAreNoReason(String name) {
        answers.take(body("firing", "\"address\": \"192.0.2.10\"").replace("MailQueue", name));

        assertThat(checks.named).isEmpty();
    }

    @Test
    void whatIsInNoPoolIsNotAskedAbout() {
        AlertmanagerView taken = answers.take(body("firing", "\"instance\": \"[2001:db8:ffff::1]:25\""));

        assertThat(taken).isEqualTo(new AlertmanagerView(List.of(), List.of("2001:db8:ffff::1"), List.of()));
        assertThat(checks.named).isEmpty();
    }

    @Test
    void whatIsOverIsNoReason() {
        assertThat(answers.take(body("resolved", "\"address\": \"192.0.2.10\"")).checking())
                .isEmpty();
        assertThat(answers.take(body("firing", "\"instance\": \"a:b:c\"")).checking())
                .isEmpty();
        assertThat(checks.named).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"alerts\": {}}",
                "{\"alerts\": []} x",
                "{\"version\": \"5\", \"alerts\": []}"
            })
    void aBodyOfSomebodyElseIsAProblem(String body) {
        assertThatThrownBy(() -> answers.take(body)).isInstanceOf(ProblemException.class);
    }

    private static String body(String status, String labels) {
        return """
                {"version": "4", "groupKey": "{}", "status": "firing", "receiver": "offlist", "alerts": [
                  {"status": "%s", "labels": {"alertname": "MailQueue", %s}, "annotations": {}}]}""".formatted(status, labels);
    }
}
