package offlist.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import offlist.dns.Resolvers;
import offlist.pool.Target;
import offlist.testing.FakeDns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private final FakeDns dns = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final Explainer explainer = new Explainer(resolvers::resolver);

    @AfterEach
    void stop() {
        resolvers.close();
        dns.close();
    }

    private Explanation explain(AskedList list) throws Exception {
        return explainer.explain(list, Target.parse("192.0.2.10"), dns.id()).get(20, TimeUnit.SECONDS);
    }

    private static List<String> says(Explanation explanation, String what) {
        return explanation.steps().stream()
                .filter(step -> step.what().equals(what))
                .map(Explanation.Step::says)
                .toList();
    }

    @Test
    void aListingIsExplainedFromQuestionToVerdict() throws Exception {
        dns.zone("bl.test").testPoints().list("192.0.2.10", List.of("127.0.0.2", "127.0.0.4"), "seen spam");
        Explanation why = explain(AskedLists.custom(dns));
        assertThat(why.steps())
                .extracting(Explanation.Step::what)
                .containsExactly(
                        "question",
                        "resolver",
                        "answer",
                        "rule",
                        "rule",
                        "text",
                        "test point",
                        "test point",
                        "health",
                        "verdict");
        assertThat(says(why, "question")).containsExactly("10.2.0.192.bl.test A");
        assertThat(says(why, "answer")).containsExactly("127.0.0.2, 127.0.0.4, good for 300 s");
        assertThat(says(why, "rule").getFirst())
                .isEqualTo("127.0.0.2 matches 127.*.*.* (row 1 of 1 of `"
                        + why.pair().list() + "`): listed, listed-unspecified: listed");
        assertThat(says(why, "text")).containsExactly("seen spam");
        assertThat(says(why, "test point"))
                .containsExactly("127.0.0.1 must not be listed: NXDOMAIN", "127.0.0.2 must be listed: 127.0.0.2");
        assertThat(says(why, "health")).containsExactly("healthy");
        assertThat(says(why, "verdict")).containsExactly("listed: 127.*.*.*");
        assertThat(why.verdict()).isInstanceOf(Verdict.Listed.class);
    }

    @Test
    void anAnswerThatNoRowReadsIsExplained() throws Exception {
        dns.zone("bl.test").testPoints().list("192.0.2.10", "192.0.2.1", "parked");
        Explanation why = explain(AskedLists.custom(dns));
        assertThat(says(why, "rule"))
                .containsExactly("none of the 1 rows of `" + why.pair().list() + "` reads this answer");
        assertThat(why.verdict()).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void notListedIsExplainedToo() throws Exception {
        dns.zone("bl.test").testPoints();
        Explanation why = explain(AskedLists.custom(dns));
        assertThat(says(why, "answer")).containsExactly("NXDOMAIN, good for 60 s");
        assertThat(says(why, "resolver")).containsExactly(dns.id() + ", time-out 400 ms, answers");
        assertThat(says(why, "verdict")).containsExactly("not listed");
    }

    @Test
    void anEmptyAnswerIsNotListedWhereTheTestPointVouches() throws Exception {
        dns.zone("bl.test").testPoints().exists("192.0.2.10");
        assertThat(explain(AskedLists.custom(dns)).verdict()).isInstanceOf(Verdict.NotListed.class);
    }

    @Test
    void aSilentServerIsExplained() throws Exception {
        dns.silent();
        Explanation why = explain(AskedLists.custom(dns));
        assertThat(says(why, "verdict").getFirst()).startsWith("failed, so nothing is known");
        assertThat(says(why, "resolver").getFirst())
                .endsWith(": answered nothing, neither this question nor a test point");
        assertThat(why.health().state()).isEqualTo(Health.State.UNREACHABLE);
    }

    @Test
    void theKeyIsInNoStep() throws Exception {
        dns.zone(AskedLists.KEY + ".bl.test").testPoints().list("192.0.2.10", "127.0.0.2", "at " + AskedLists.KEY);
        Explanation why = explain(AskedLists.withKey(dns));
        assertThat(why.verdict()).isInstanceOf(Verdict.Listed.class);
        assertThat(why.toString()).doesNotContain(AskedLists.KEY).contains("10.2.0.192.{key}.bl.test A");
    }
}
