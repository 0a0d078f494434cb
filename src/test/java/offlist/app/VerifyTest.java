package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import offlist.probe.HealthProbe;
import offlist.testing.FakeDns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    private static final String KEY = "cust0mersKey77";

    private final FakeDns dns = FakeDns.start();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        dns.close();
    }

    @Test
    void eachStateIsFoundCountedAndExplained() throws IOException {
        dns.zone("good.test").testPoints();
        dns.zone("mad.test").testPoints().wildcard("127.0.0.2");
        dns.zone("empty.test");
        dns.zone("refusing.test").wildcard("127.255.255.254");
        VerifyReport report =
                verify(config("good", "mad", "empty", "refusing"), oneShot -> Askable.inUse(oneShot.settings()));
        assertThat(report.text())
                .containsPattern("(?m)^good +ipv4 127.0.0.2, not 127.0.0.1 +127.0.0.1:\\d+ +healthy$")
                .containsPattern("(?m)^mad .* lists everything +mad answers")
                .containsPattern("(?m)^empty .* lists nothing +empty does not list its test point")
                .containsPattern("(?m)^refusing .* refusing +refusing refuses resolver")
                .endsWith("4 lists: 1 healthy, 1 empty (lists nothing), 1 refusing, 1 mad (lists everything).\n");
        assertEquals(2, report.exit());
    }

    @Test
    void allWellIsNought() throws IOException {
        dns.zone("good.test").testPoints();
        VerifyReport report = verify(config("good"), oneShot -> Askable.inUse(oneShot.settings()));
        assertThat(report.text()).endsWith("1 list: 1 healthy.\n");
        assertEquals(0, report.exit());
    }

    @Test
    void aDeadResolverIsDeadLists() throws IOException {
        dns.silent();
        VerifyReport report = verify(config("good", "other"), oneShot -> Askable.inUse(oneShot.settings()));
        assertThat(report.text()).contains("2 lists: 0 healthy, 2 dead (unreachable).");
        assertEquals(2, report.exit());
    }

    @Test
    void aListWithoutTestPointsIsUnverifiedAndNoFault() throws IOException {
        dns.zone("mute.test");
        String yaml = "lists: {use: [], custom: [{id: mute, zone: mute.test, kinds: [ipv4], test: {positive: []}}]}\n";
        VerifyReport report = verify(yaml, oneShot -> Askable.inUse(oneShot.settings()));
        assertThat(report.text()).contains("ipv4 (no test point)", "1 list: 0 healthy, 1 unverified.");
        assertEquals(0, report.exit());
    }

    @Test
    void anAssumedTestPointOfAnotherKindIsNoFault() throws IOException {
        dns.zone("four.test").list("127.0.0.2", "127.0.0.2");
        VerifyReport report = verify(
                "lists: {use: [], custom: [{id: four, zone: four.test}]}\n",
                oneShot -> Askable.inUse(oneShot.settings()));
        assertThat(report.text())
                .containsPattern("(?m)^four +ipv6 ::ffff:127.0.0.2, not ::ffff:127.0.0.1 .* lists nothing")
                .endsWith("1 list: 1 healthy.\n");
        assertEquals(0, report.exit());
    }

    @Test
    void whatIsWantedAndCannotBeAskedIsNamed() throws IOException {
        dns.zone("good.test").testPoints();
        String yaml = config("good").replace("use: []", "use: [spamhaus-zen-dqs, barracuda-brbl]");
        VerifyReport report = verify(yaml, oneShot -> Askable.inUse(oneShot.settings()));
        assertThat(report.text())
                .containsPattern(
                        "(?m)^spamhaus-zen-dqs +\\{key}.zen.dq.spamhaus.net +needs a key, lists.keys.spamhaus-dqs$")
                .containsPattern("(?m)^barracuda-brbl .* wants registration")
                .endsWith("1 list: 1 healthy, 2 not to be asked.\n");
        assertEquals(0, report.exit());
    }

    @Test
    void whatIsNamedAndCannotBeAskedIsNotWell() throws IOException {
        dns.zone("good.test").testPoints();
        VerifyReport report = verify(config("good"), named("good", "sorbs"));
        assertThat(report.text()).containsPattern("(?m)^sorbs +dnsbl.sorbs.net and \\d+ more +closed since");
        assertEquals(2, report.exit());
    }

    @Test
    void aListThatIsNotInUseIsAskedWhenItIsNamed() throws IOException {
        dns.zone("bl.spamcop.net").testPoints();
        VerifyReport report = verify(config("good"), named("spamcop"));
        assertThat(report.text()).endsWith("1 list: 1 healthy.\n");
    }

    @Test
    void aPartOfAnotherListIsAskedByItself() throws IOException {
        VerifyReport report = verify(config("good"), named("core", "spamhaus-sbl", "spamhaus-zen"));
        assertThat(report.findings())
                .extracting(finding -> finding.list().id().value())
                .contains("spamhaus-sbl", "spamhaus-zen", "spamcop")
                .doesNotContain("good");
    }

    @Test
    void aNameThatMeansNothingIsRefusedWithWhatWasMeant() throws IOException {
        CommandError error =
                assertThrows(CommandError.class, () -> verify(config("good"), named("spamcopp", "goood", "corre")));
        assertEquals(CommandError.Exit.USAGE, error.exit());
        assertThat(error.sentences())
                .containsExactly(
                        "unknown list `spamcopp`, did you mean `spamcop`?",
                        "unknown list `goood`, did you mean `good`?",
                        "unknown list `corre`, did you mean `core`?");
    }

    @Test
    void allIsEveryListThatCanBeAsked() throws IOException {
        try (OneShot oneShot = oneShot(config("good"))) {
            Askable all = Askable.all(oneShot.settings(), oneShot.catalogue());
            int known = oneShot.settings().lists().catalogue().lists().size();
            assertThat(all.lists().size() + all.barred().size()).isEqualTo(known);
            assertThat(all.lists())
                    .extracting(list -> list.id().value())
                    .contains("good", "spamhaus-sbl", "psbl")
                    .doesNotContain("spamhaus-zen-dqs");
        }
    }

    @Test
    void programsReadTheSameAndNoKey() throws IOException {
        dns.zone(KEY + ".zen.dq.spamhaus.net").testPoints();
        dns.zone("mad.test").testPoints().wildcard("127.0.0.2");
        String yaml = config("mad").replace("use: []", "use: []\n  keys: {spamhaus-dqs: " + KEY + "}");
        try (OneShot oneShot = oneShot(yaml)) {
            VerifyReport report = report(
                    oneShot,
                    Askable.named(oneShot.settings(), oneShot.catalogue(), List.of("mad", "spamhaus-zen-dqs")));
            ObjectNode json = form(oneShot, report.asked()).of(report);
            JsonNode mad = json.path("lists").get(0);
            assertEquals("mad", mad.path("id").asText());
            assertEquals("lists_everything", mad.path("state").asText());
            assertEquals(true, mad.path("own").asBoolean());
            assertEquals(
                    "127.0.0.2", mad.path("paths").get(0).path("listed").get(0).asText());
            assertEquals(
                    dns.id().value(), mad.path("paths").get(0).path("resolver").asText());
            JsonNode zen = json.path("lists").get(1);
            assertEquals("{key}.zen.dq.spamhaus.net", zen.path("zone").asText());
            assertEquals("healthy", zen.path("paths").get(0).path("state").asText());
            assertEquals(1, json.path("summary").path("lists_everything").asInt());
            assertEquals(0, json.path("summary").path("unreachable").asInt(-1));
            assertThat(json.toString() + report.text()).doesNotContain(KEY).doesNotContain("FFFF");
        }
    }

    private static ListsJson form(OneShot oneShot, Askable shown) {
        return new ListsJson(oneShot.settings(), Plans.of(oneShot.settings(), oneShot.resolvers(), shown.lists()));
    }

    @Test
    void theDocumentShowsTheShape() throws IOException {
        dns.zone("good.test").testPoints();
        try (OneShot oneShot = oneShot(config("good").replace("use: []", "use: [spamhaus-zen-dqs]"))) {
            Askable asked = Askable.inUse(oneShot.settings());
            JsonNode real = form(oneShot, asked).of(report(oneShot, asked));
            String document = Files.readString(Path.of("docs/commands.md"));
            String example = document.substring(document.indexOf("```json") + 7);
            JsonNode shown = new ObjectMapper().readTree(example.substring(0, example.indexOf("```")));
            assertEquals(keys(shown), keys(real));
        }
    }

    private static Set<String> keys(JsonNode node) {
        Set<String> keys = new TreeSet<>();
        node.properties().forEach(entry -> {
            keys.add(entry.getKey());
            keys(entry.getValue()).forEach(key -> keys.add(entry.getKey() + "." + key));
        });
        node.values().forEachRemaining(value -> keys.addAll(node.isArray() ? keys(value) : Set.of()));
        return keys;
    }

    private static Function<OneShot, Askable> named(String... names) {
        return oneShot -> Askable.named(oneShot.settings(), oneShot.catalogue(), List.of(names));
    }

    private VerifyReport verify(String yaml, Function<OneShot, Askable> chosen) throws IOException {
        try (OneShot oneShot = oneShot(yaml)) {
            return report(oneShot, chosen.apply(oneShot));
        }
    }

    private static VerifyReport report(OneShot oneShot, Askable chosen) {
        Progress silent = new Progress(System.err, false, "verified", 0);
        VerifyRun run = new VerifyRun(new HealthProbe(oneShot.resolvers()::resolver));
        return new VerifyReport(chosen, run.run(chosen.lists(), silent), strict(chosen));
    }

    private static boolean strict(Askable chosen) {
        return chosen.barred().stream().anyMatch(list -> list.id().equals("sorbs"));
    }

    private OneShot oneShot(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("offlist.yaml"), "resolvers: [\"" + dns.id() + "\"]\n" + yaml);
        return new OneShot(Optional.of(file), new PrintWriter(new StringWriter()));
    }

    private static String config(String... ids) {
        StringBuilder custom = new StringBuilder();
        for (String id : ids) {
            custom.append("    - {id: ")
                    .append(id)
                    .append(", zone: ")
                    .append(id)
                    .append(".test, kinds: [ipv4], timeout: 200ms}\n");
        }
        return "lists:\n  use: []\n  custom:\n" + custom;
    }
}
