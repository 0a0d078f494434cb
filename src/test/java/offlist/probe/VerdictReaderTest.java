package offlist.probe;

import static offlist.probe.AskedLists.bit;
import static offlist.probe.AskedLists.code;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.CodeSelector;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.ListId;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Score;
import offlist.catalogue.Style;
import offlist.catalogue.Zone;
import offlist.dns.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class VerdictReaderTest {
    private static final Catalogue SHIPPED = CatalogueReader.shipped();
    private static final Duration TTL = Duration.ofSeconds(300);
    private static final Name NAME = Name.fromConstantString("10.2.0.192.bl.test.");

    /** Codes exactly as a table would have them: an error, two listings, one that means nothing, one that is good. */
    private static final DnsList EXACT = AskedLists.list(
            code("127.0.0.9", Effect.ERROR),
            code("127.0.0.2", Effect.LISTED),
            code("127.0.0.4-7", Effect.LISTED),
            code("127.0.0.3", Effect.NEUTRAL),
            code("127.0.0.8", Effect.ALLOWLISTED),
            code("127.0.2.*", Effect.SCORE));

    private static final DnsList BITS = AskedLists.list()
            .with(
                    Style.BITMASK,
                    List.of(
                            bit(2, Effect.LISTED),
                            bit(4, Effect.LISTED),
                            bit(8, Effect.NEUTRAL),
                            bit(128, Effect.ERROR)));

    private static final DnsList MIXED = AskedLists.list(
            code("127.0.0.2", Effect.LISTED),
            new ReturnCode(
                    CodeSelector.OctetPattern.parse("127.0.4.*").orElseThrow(),
                    Effect.SCORE,
                    "reputation",
                    "a score",
                    Optional.empty(),
                    Optional.of(new Score.LastOctet())));

    private static Answer records(int type, String... values) {
        List<Record> records = new ArrayList<>();
        for (String value : values) {
            try {
                records.add(Record.fromString(NAME, type, DClass.IN, 300, value, Name.root));
            } catch (IOException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return new Answer.Records(records, TTL, false);
    }

    /** {@code listed 127.0.0.2}, {@code not_listed}, {@code refused 127.0.0.9}, {@code failed timeout}. */
    private static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Listed listed ->
                "listed "
                        + listed.hits().stream().map(hit -> hit.code().label()).collect(Collectors.joining(" "));
            case Verdict.NotListed clean -> "not_listed";
            case Verdict.Scored scored -> "score " + scored.value();
            case Verdict.Refused refused -> "refused " + refused.hit().code().label();
            case Verdict.Failed failed -> "failed " + failed.cause().label();
        };
    }

    private static String read(DnsList list, String answers) {
        return words(VerdictReader.read(list, records(Type.A, answers.split(" "))));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2, listed 127.0.0.2",
        "127.0.0.5, listed 127.0.0.4-7",
        "127.0.0.2 127.0.0.4, listed 127.0.0.2 127.0.0.4-7",
        "127.0.0.3, not_listed",
        "127.0.0.3 127.0.0.2, listed 127.0.0.2",
        "127.0.0.8, not_listed",
        "127.0.0.8 127.0.0.2, listed 127.0.0.2",
        "127.0.2.17, not_listed",
        "127.0.0.9, refused 127.0.0.9",
        "127.0.0.2 127.0.0.9, refused 127.0.0.9",
        "127.0.0.9 127.0.0.2, refused 127.0.0.9",
        "127.255.255.254, refused 127.255.255.254",
        "127.0.0.2 127.255.255.1, refused 127.255.255.1",
        "127.0.0.1, failed unknown_code",
        "127.0.0.1 127.0.0.2, failed unknown_code",
        "192.0.2.1, failed outside_loopback",
        "127.0.0.2 192.0.2.1, failed outside_loopback",
        "127.255.255.254 8.8.8.8, failed outside_loopback",
        "128.0.0.2, failed outside_loopback",
        "126.255.255.255, failed outside_loopback",
        "127.9.9.9, listed 127.9.9.9",
        "127.255.254.1, listed 127.255.254.1",
    })
    void exact(String answers, String verdict) {
        assertThat(read(EXACT, answers)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2, listed bit 2",
        "127.0.0.6, listed bit 2 bit 4",
        "127.0.0.14, listed bit 2 bit 4",
        "127.0.0.8, not_listed",
        "127.0.0.130, refused bit 128",
        "127.0.0.18, listed bit 2 bit 16",
        "127.0.0.16, listed 127.0.0.16",
        "127.0.0.3, listed bit 2 bit 1",
        "127.0.0.1, failed unknown_code",
        "127.0.1.2, listed 127.0.1.2",
        "127.0.0.2 127.0.0.4, listed bit 2 bit 4",
        "127.255.255.2, refused 127.255.255.2",
    })
    void bitmask(String answers, String verdict) {
        assertThat(read(BITS, answers)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2, listed 127.*.*.*",
        "127.200.1.1, listed 127.*.*.*",
        "127.0.0.1, failed unknown_code",
        "127.255.255.254, refused 127.255.255.254",
        "10.0.0.1, failed outside_loopback",
    })
    void aListOfTheUsersOwnTakesEveryAnswerButTheSpecialOnes(String answers, String verdict) {
        DnsList own = DnsList.custom(new ListId("house"), Zone.of("bl.test"));
        assertThat(read(own, answers)).isEqualTo(verdict);
    }

    @Test
    void aListMayGiveTheSpecialAnswersAMeaning() {
        DnsList list = AskedLists.list(code("127.0.0.1", Effect.LISTED), code("127.255.255.3", Effect.LISTED));
        assertThat(read(list, "127.0.0.1")).isEqualTo("listed 127.0.0.1");
        assertThat(read(list, "127.255.255.3")).isEqualTo("listed 127.255.255.3");
    }

    @ParameterizedTest
    @CsvSource({
        "spamhaus-zen, 127.0.0.2 127.0.0.10, listed 127.0.0.2 127.0.0.10",
        "spamhaus-zen, 127.255.255.254, refused 127.255.255.254",
        "spamhaus-zen, 127.0.0.77, listed 127.0.0.77",
        "uribl-multi, 127.0.0.1, refused bit 1",
        "uribl-multi, 127.0.0.6, listed bit 2 bit 4",
        "hostkarma, 127.0.0.1, not_listed",
        "hostkarma, 127.0.0.3, not_listed",
        "dnswl, 127.0.5.2, listed 127.0.*.2",
        "dnswl, 127.0.0.255, refused 127.0.0.255",
        "senderscore, 127.0.4.12, score 12",
        "senderscore, 127.0.4.0, score 0",
        "senderscore, 127.0.4.101, not_listed",
        "mailspike-rep, 127.0.0.10, score -5",
        "mailspike-rep, 127.0.0.20, score 5",
        "korumail, 127.0.0.33, not_listed",
    })
    void shippedTables(String id, String answers, String verdict) {
        DnsList list = SHIPPED.list(new ListId(id)).orElseThrow();
        assertThat(read(list, answers)).isEqualTo(verdict);
    }

    @Test
    void ofSeveralScoresTheWorstCounts() {
        DnsList scores = SHIPPED.list(new ListId("mailspike-rep")).orElseThrow();
        assertThat(read(scores, "127.0.0.18 127.0.0.12")).isEqualTo("score -3");
    }

    @Test
    void aListingWithAScoreIsBoth() {
        Verdict verdict = VerdictReader.read(MIXED, records(Type.A, "127.0.4.40", "127.0.0.2"));
        assertThat(words(verdict)).isEqualTo("listed 127.0.0.2");
        assertThat(verdict.score()).hasValue(40);
        assertThat(((Verdict.Listed) verdict).withText("seen").score()).hasValue(40);
    }

    @Test
    void anErrorBesideAScoreLeavesNothing() {
        assertThat(read(MIXED, "127.0.4.40 127.255.255.254")).isEqualTo("refused 127.255.255.254");
    }

    @Test
    void anAllowListMaySayHowMuchItTrusts() {
        DnsList allow = SHIPPED.list(new ListId("dnswl")).orElseThrow();
        assertThat(VerdictReader.read(allow, records(Type.A, "127.0.5.3")).score())
                .hasValue(3);
    }

    @Test
    void aScoreIsDefiniteAndCountsAsNotListed() {
        Verdict verdict = VerdictReader.read(MIXED, records(Type.A, "127.0.4.40"));
        assertThat(verdict.definite()).isTrue();
        assertThat(verdict.clean()).isTrue();
        assertThat(verdict.label()).isEqualTo("not_listed");
    }

    @Test
    void aCodeThatIsToBeIgnoredMeansNothing() {
        DnsList scores = SHIPPED.list(new ListId("senderscore")).orElseThrow();
        assertThat(read(scores, "127.9.9.9")).isEqualTo("not_listed");
    }

    @Test
    void aTextIsAListingOnlyWhereTheListBlocks() {
        DnsList facts = SHIPPED.list(new ListId("cymru-origin")).orElseThrow();
        assertThat(words(VerdictReader.read(facts, records(Type.TXT, "\"23028\""))))
                .isEqualTo("not_listed");
        DnsList blocks = AskedLists.list().with(Style.TXT, List.of());
        assertThat(words(VerdictReader.read(blocks, records(Type.TXT, "\"bad\""))))
                .startsWith("listed");
    }

    @Test
    void anUnknownCodeIsAListingThatNobodyExplains() {
        Verdict verdict = VerdictReader.read(EXACT, records(Type.A, "127.9.9.9"));
        assertThat(((Verdict.Listed) verdict).hits().getFirst().code().reason()).isEqualTo("listed-unspecified");
    }

    @Test
    void whereOnlyTheKnownCodesCountAnUnknownOneIsARefusal() {
        DnsList list = SHIPPED.list(new ListId("spamrats-all")).orElseThrow();
        Verdict.Refused refused = (Verdict.Refused) VerdictReader.read(list, records(Type.A, "127.0.0.2"));
        assertThat(refused.hit().code().reason()).isEqualTo("query-blocked");
        assertThat(words(VerdictReader.read(list, records(Type.A, "127.0.0.38"))))
                .startsWith("listed");
    }

    @Test
    void theAnswerAndItsTimeToLiveAreKept() {
        Verdict.Listed verdict = (Verdict.Listed) VerdictReader.read(BITS, records(Type.A, "127.0.0.6"));
        assertThat(verdict.hits()).extracting(Verdict.Hit::answer).containsExactly("127.0.0.6", "127.0.0.6");
        assertThat(verdict.ttl()).isEqualTo(TTL);
        assertThat(verdict.text()).isEmpty();
    }

    @Test
    void aHeapOfCodesIsCut() {
        String[] many =
                IntStream.rangeClosed(10, 120).mapToObj(i -> "127.0.3." + i).toArray(String[]::new);
        assertThat(((Verdict.Listed) VerdictReader.read(EXACT, records(Type.A, many))).hits())
                .hasSize(32);
    }

    @Test
    void noSuchNameIsNotListed() {
        assertThat(VerdictReader.read(EXACT, new Answer.NoSuchName(TTL))).isEqualTo(new Verdict.NotListed(TTL));
    }

    @Test
    void anEmptyAnswerIsNotYetNotListed() {
        assertThat(words(VerdictReader.read(EXACT, new Answer.NoData(TTL)))).isEqualTo("failed empty_answer");
    }

    @ParameterizedTest
    @EnumSource
    void everyFailureOfDnsIsAFailure(Answer.Cause cause) {
        assertThat(words(VerdictReader.read(EXACT, new Answer.Failed(cause)))).isEqualTo("failed " + cause.label());
    }
}
