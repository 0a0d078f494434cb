package offlist.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.ListId;
import offlist.catalogue.ReturnCode;
import offlist.delist.Dossier;
import offlist.delist.RemovalSettings;
import offlist.delist.RemovalTask;
import offlist.pool.Target;
import offlist.ready.Check;
import offlist.ready.Finding;
import offlist.ready.Result;
import offlist.track.ListedCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftsTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();
    private static final Target ADDRESS = Target.parse("192.0.2.10");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spamcop      | spam        | A customer's form was used to send unasked mail from 20 to 21 November. |"
                        + " The form was closed on 21 November and asks for a confirmation since.",
                "spamhaus-pbl | policy      | Our provider declared the range before the address was given to us. |"
                        + " The address is static and has had a reverse name of its own since 20 November.",
                "spamhaus-xbl | compromised | A host behind the same address was infected on 18 November. |"
                        + " It was rebuilt on 20 November, and only the mail server may use port 25 since.",
                "jippg        | jippg       | The server relayed for one stranger's network after a wrong change. |"
                        + " The change was taken back on 21 November."
            })
    void aDraftReadsAsAPersonWouldWriteIt(String list, String golden, String cause, String fix) {
        RemovalTask task = known(list);
        Dossier said = DraftSamples.dossier("", task.dossier().codes().getFirst(), cause, fix, DraftSamples.FINDINGS);
        Draft draft = DraftSamples.drafts(CATALOGUE)
                .of(DraftSamples.task(task.list(), ADDRESS, task.reason(), Optional.empty(), said));

        assertThat("Subject: " + draft.subject() + "\n\n" + draft.body()).isEqualTo(golden(golden));
    }

    @Test
    void whatWasNotFoundGoodIsNotSaid() {
        String body = DraftSamples.drafts(CATALOGUE).of(known("spamcop")).body();

        assertThat(body).contains("leads back to 192.0.2.10").doesNotContain("SPF", "open relay");
    }

    @Test
    void aTestedRelayMayBeSpokenOf() {
        Finding closed = new Finding(Check.OPEN_RELAY, "192.0.2.10", Result.GOOD, "It relays for nobody.", "");

        assertThat(body(dossier("", DraftSamples.CAUSE, List.of(closed)))).contains("- It relays for nobody.");
    }

    @Test
    void whoAsksIsNotInvented() {
        RemovalSettings nobody = new RemovalSettings(Optional.empty(), Optional.empty());
        Draft draft = DraftSamples.drafts(CATALOGUE, nobody).of(known("spamcop"));

        assertThat(draft.missing()).containsExactly("organisation", "contact");
        assertThat(draft.body()).contains(">>> MISSING: who you are", ">>> MISSING: a mail address");
    }

    @Test
    void hostileTextStaysOnItsLine() {
        String hostile = "x\r\nBcc: all@example.org\r\n\r\n{it.cause} \u0000\u202E<b>" + "y".repeat(100_000);
        String body = body(dossier(hostile, "it\nwas\r\nBcc: a@b", List.of()));

        assertThat(body).hasSizeLessThan(6_000).doesNotContain("\r", "\u0000", "\u202E");
        assertThat(body.lines()).noneMatch(line -> line.startsWith("Bcc:"));
        assertThat(body).contains("{it.cause}");
    }

    @Test
    void aGapThatIsTypedIsStillAGap() {
        Draft draft = DraftSamples.drafts(CATALOGUE)
                .of(task(dossier("", ">>> MISSING: what was wrong <<<", List.of()), Optional.empty()));

        assertThat(draft.missing()).containsExactly("cause");
    }

    @Test
    void aRangeIsNamedWithTheAddress() {
        Draft draft = DraftSamples.drafts(CATALOGUE)
                .of(task(dossier("", DraftSamples.CAUSE, List.of()), Optional.of("192.0.2.0/24")));

        assertThat(draft.subject()).contains("192.0.2.0/24");
        assertThat(draft.body()).contains("192.0.2.0/24 is listed", "Address:      192.0.2.10");
    }

    @Test
    void everyFamilyIsThereAndEveryReasonOfItIsKnown() throws IOException {
        Properties families = new Properties();
        families.load(Objects.requireNonNull(DraftsTest.class.getResourceAsStream("/drafts/families.properties")));

        assertThat(CATALOGUE.reasonKeys()).containsAll(families.stringPropertyNames());
        assertThat(families.values())
                .allSatisfy(name -> assertThat(DraftsTest.class.getResource("/drafts/family/" + name + ".txt"))
                        .isNotNull());
    }

    private static Dossier dossier(String text, String cause, List<Finding> findings) {
        ListedCode code = new ListedCode("127.0.0.2", "spam-source", "spam", Optional.empty());
        return DraftSamples.dossier(text, code, cause, DraftSamples.FIX, findings);
    }

    private static String body(Dossier dossier) {
        return DraftSamples.drafts(CATALOGUE)
                .of(task(dossier, Optional.empty()))
                .body();
    }

    private static RemovalTask task(Dossier dossier, Optional<String> covers) {
        return DraftSamples.task(new ListId("spamcop"), ADDRESS, "spam-source", covers, dossier);
    }

    private static RemovalTask known(String id) {
        DnsList list = CATALOGUE.list(new ListId(id)).orElseThrow();
        ReturnCode code = list.codes().stream()
                .filter(each -> each.effect() == Effect.LISTED)
                .findFirst()
                .orElseThrow();
        return DraftSamples.explained(list, code, ADDRESS);
    }

    private static String golden(String name) {
        try (var in = Objects.requireNonNull(DraftsTest.class.getResourceAsStream("/golden/draft/" + name + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
