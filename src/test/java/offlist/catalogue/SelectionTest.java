package offlist.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.NotAsked.Why;
import offlist.yaml.Problem;
import offlist.yaml.Problems;
import offlist.yaml.Rate;
import offlist.yaml.Secret;
import offlist.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

    private static final Catalogue CATALOGUE = CatalogueReader.shipped();

    private final Problems problems = new Problems();

    @Test
    void withoutAWordTheCoreListsAreAsked() {
        Selection selection = Selection.of(CATALOGUE, ListChoice.usual(), problems);
        assertThat(ids(selection)).contains("spamhaus-zen", "spamcop", "psbl").doesNotContain("uceprotect-3");
        assertThat(selection.asked()).allMatch(list -> list.list().profile() == Profile.CORE);
        fine();
    }

    @Test
    void everyListIsAskedOrHasAReasonWhyNot() {
        Selection selection = choose("use: [core, extended, niche]\n");
        assertEquals(
                CATALOGUE.lists().size(),
                selection.asked().size() + selection.notAsked().size());
        assertThat(selection.notAsked()).allMatch(not -> !not.words().isBlank());
    }

    @Test
    void anEmptyChoiceAsksNothing() {
        assertThat(choose("use: []\n").asked()).isEmpty();
        fine();
    }

    @Test
    void aSectionThatSaysNothingAboutUseAsksTheCore() {
        assertThat(ids(choose("skip: [spamcop]\n"))).contains("spamhaus-zen").doesNotContain("spamcop");
        fine();
    }

    @Test
    void profilesAndIdsMix() {
        assertThat(ids(choose("use: [niche, psbl]\n")))
                .contains("psbl", "kempt")
                .doesNotContain("spamhaus-zen");
    }

    @Test
    void aListThatNeedsAKeyIsOffAndSaysSo() {
        Selection selection = choose("use: [core]\n");
        assertNot(selection, "spamhaus-zen-dqs", Why.NEEDS_KEY, "needs a key, lists.keys.spamhaus-dqs");
        assertNot(selection, "abusix-combined", Why.NEEDS_KEY, "needs a key, lists.keys.abusix");
    }

    @Test
    void aKeyedListReplacesItsPublicForm() {
        Selection selection = choose("keys: {spamhaus-dqs: abc123}\n");
        assertThat(ids(selection)).contains("spamhaus-zen-dqs", "spamhaus-dbl-dqs");
        assertNot(selection, "spamhaus-zen", Why.REPLACED, "replaced by spamhaus-zen-dqs");
        assertNot(selection, "spamhaus-dbl", Why.REPLACED, "replaced by spamhaus-dbl-dqs");
        assertEquals(
                "abc123.zen.dq.spamhaus.net",
                zone(selection, "spamhaus-zen-dqs").name());
        assertEquals(
                "{key}.zen.dq.spamhaus.net", zone(selection, "spamhaus-zen-dqs").toString());
        assertThat(selection.toString()).doesNotContain("abc123");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void aKeyBringsTheBetterFormEvenWhenOnlyThePublicOneWasNamed() {
        assertThat(ids(choose("use: [spamhaus-zen]\nkeys: {spamhaus-dqs: abc123}\n")))
                .containsExactly("spamhaus-zen-dqs");
    }

    @Test
    void whoSkipsTheKeyedFormAsksThePublicOne() {
        Selection selection = choose("use: [spamhaus-zen]\nskip: [spamhaus-zen-dqs]\nkeys: {spamhaus-dqs: abc123}\n");
        assertThat(ids(selection)).containsExactly("spamhaus-zen");
    }

    @Test
    void whoSkipsThePublicFormDoesNotGetTheKeyedOneInstead() {
        assertThat(choose("use: [spamhaus-zen]\nskip: [spamhaus-zen]\nkeys: {spamhaus-dqs: abc123}\n")
                        .asked())
                .isEmpty();
    }

    @Test
    void aKeyMayBeGivenToOneListByItsId() {
        Selection selection = choose("keys: {spamhaus-dbl-dqs: abc123}\n");
        assertThat(ids(selection)).contains("spamhaus-dbl-dqs", "spamhaus-zen").doesNotContain("spamhaus-dbl");
    }

    @Test
    void aPartIsAskedWithTheWhole() {
        Selection selection = choose("use: [core, spamhaus-xbl, spamhaus-sbl-xbl]\n");
        assertNot(selection, "spamhaus-xbl", Why.PART_OF, "part of spamhaus-zen, asked there");
        assertNot(selection, "spamhaus-sbl-xbl", Why.PART_OF, "part of spamhaus-zen, asked there");
        warned("lists.use[1]: `spamhaus-xbl` is not asked: part of spamhaus-zen, asked there (line 2)");
    }

    @Test
    void aPartAloneIsAsked() {
        assertThat(ids(choose("use: [spamhaus-xbl]\n"))).containsExactly("spamhaus-xbl");
        fine();
    }

    @Test
    void aPartOfAReplacedListIsNotAskedEither() {
        Selection selection =
                choose("use: [core, spamhaus-xbl]\nskip: [spamhaus-xbl-dqs]\nkeys: {spamhaus-dqs: abc}\n");
        assertNot(selection, "spamhaus-xbl", Why.PART_OF, "part of spamhaus-zen, which spamhaus-zen-dqs replaces");
    }

    @Test
    void aListThatWantsRegistrationIsOffUntilItIsNamed() {
        assertNot(
                choose("use: [core]\n"),
                "barracuda-brbl",
                Why.WANTS_REGISTRATION,
                "wants registration, then its id in lists.registered");
        assertThat(ids(choose("registered: [barracuda-brbl]\n"))).contains("barracuda-brbl");
        fine();
    }

    @Test
    void aRegistrationThatChangesNothingIsRemarked() {
        choose("registered: [senderscore-rpbl, spamcop]\n");
        warned("lists.registered[0]: `senderscore-rpbl` is not asked: not in use, profile extended (line 2)");
        warned("lists.registered[1]: `spamcop` wants no registration (line 2)");
    }

    @Test
    void aListNamedOnPurposeThatCannotBeAskedIsRemarked() {
        choose("use: [core, abusix-combined]\n");
        warned("lists.use[1]: `abusix-combined` is not asked: needs a key, lists.keys.abusix (line 2)");
    }

    @Test
    void aKeyWithoutAListInUseIsRemarked() {
        choose("use: [psbl]\nkeys:\n  trend-ers: abc\n");
        warned("lists.keys.trend-ers: there is a key, but none of its lists is in use: trend-qil, trend-rblplus"
                + " (line 4)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    use: [spamhous-zen]       | use[0]: unknown list `spamhous-zen`, did you mean `spamhaus-zen`?
                    use: [cores]              | use[0]: unknown list `cores`, did you mean `core`?
                    use: [off]                | use[0]: the lists of the profile `off` are named one by one
                    use: [zen.spamhaus.org]   | use[0]: this is a zone; the list is called `spamhaus-zen`
                    use: [sorbs]              | use[0]: the list `sorbs` is closed since 2024-06-05; nothing replaces it
                    use: [dnsbl.sorbs.net]    | use[0]: the list `dnsbl.sorbs.net` is closed since 2024-06-05; nothing replaces it
                    use: [google]             | use[0]: `google` is a private reputation that nobody can ask; it is seen in bounces
                    skip: [spamcopp]          | skip[0]: unknown list `spamcopp`, did you mean `spamcop`?
                    registered: [nobody-knows]| registered[0]: unknown list `nobody-knows`
                    keys: {spamhaus-dqz: x}   | keys.spamhaus-dqz: no list takes the key `spamhaus-dqz`, did you mean `spamhaus-dqs`?
                    keys: {spamcop: x}        | keys.spamcop: `spamcop` is asked without a key
                    keys: {abusix: a.b c}     | keys.abusix: the key cannot be a part of a DNS name
                    override: {spamcob: {}}   | override.spamcob: unknown list `spamcob`, did you mean `spamcop`?
                    override: {spamcop: {interval: 10ms}} | override.spamcop.interval: an interval is at least 1s
                    override: {spamcop: {zone: x}} | override.spamcop.zone: unknown key, known here: interval, timeout, severity, rate, limit-per-day, tries, resolvers, file, format, score
                    custom: [{id: house}]     | custom[0]: `zone` is missing
                    custom: [{id: psbl, zone: bl.example.com}] | custom[0].id: `psbl` is a list of the catalogue; change it with lists.override, or take another id
                    custom: [{id: house, zone: ix.dnsbl.manitu.net}] | custom[0].zone: the zone ix.dnsbl.manitu.net is closed since 2025-01-16; nothing replaces it
                    custom: [{id: a, zone: a.example.com}, {id: a, zone: b.example.com}] | custom[1].id: `a` is there twice
                    """)
    void aMistakeIsToldInOneSentence(String yaml, String message) {
        choose(yaml + "\n");
        assertEquals(
                List.of("lists." + message + " (line 2)"),
                problems.list().stream().map(Problem::toString).toList());
    }

    @Test
    void namingAClosedListToSkipIsNoMistake() {
        choose("skip: [sorbs]\n");
        fine();
    }

    @Test
    void aClosedListWithASuccessorNamesIt() {
        choose("use: [cbl]\n");
        assertThat(problems.toString()).contains("the list `cbl` is ").contains("instead: spamhaus-xbl");
    }

    @Test
    void anOverrideChangesOneList() {
        Selection selection = choose("override: {spamcop: {interval: 30m, severity: minor, rate: 5/s}}\n");
        ChosenList spamcop = selection.asked(new ListId("spamcop")).orElseThrow();
        assertEquals(Optional.of(Duration.ofMinutes(30)), spamcop.interval());
        assertEquals(Severity.MINOR, spamcop.list().severity());
        assertEquals(Optional.of(new Rate(5, Duration.ofSeconds(1))), spamcop.rate());
        ReturnCode code = spamcop.list().codes().get(0);
        assertEquals(Severity.MINOR, selection.catalogue().severity(spamcop.list(), code));
        fine();
    }

    @Test
    void whatIsAGoodScoreIsTheUsersToSay() {
        Selection usual = choose("use: [mailspike-rep]\n");
        ScoreLevels shipped =
                usual.asked(new ListId("mailspike-rep")).orElseThrow().list().levels();
        assertEquals(new ScoreLevels(Optional.of(-2), Optional.of(2)), shipped);
        Selection own = choose("use: [mailspike-rep]\noverride: {mailspike-rep: {score: {poor: 0}}}\n");
        ScoreLevels levels =
                own.asked(new ListId("mailspike-rep")).orElseThrow().list().levels();
        assertEquals(Optional.of("poor"), levels.word(-1));
        assertEquals(Optional.empty(), levels.word(0));
        fine();
    }

    @Test
    void aListOfScoresOfTheUsersOwnNeedsNoCodes() {
        Selection selection = choose("custom: [{id: house, zone: bl.example.com, style: score, score: {good: 80}}]\n");
        DnsList house = selection.asked(new ListId("house")).orElseThrow().list();
        ReturnCode code = house.codeFor(0x7F000050).orElseThrow();
        assertEquals(Effect.SCORE, code.effect());
        assertEquals(80, code.score().orElseThrow().of(0x7F000050));
        assertEquals(Optional.of("good"), house.levels().word(80));
        fine();
    }

    @Test
    void aListOfTheUsersOwnNeedsOnlyAnIdAndAZone() {
        Selection selection = choose("use: []\ncustom:\n  - {id: house, zone: BL.example.com.}\n");
        ChosenList house = selection.asked(new ListId("house")).orElseThrow();
        assertTrue(house.custom());
        assertEquals("bl.example.com", house.list().zone().name());
        assertThat(house.list().kinds()).containsExactlyInAnyOrder(Kind.IPV4, Kind.IPV6);
        assertEquals(Severity.MAJOR, house.list().severity());
        assertEquals(List.of("127.0.0.2"), house.list().test().positive(Kind.IPV4));
        assertEquals(List.of("::FFFF:7F00:1"), house.list().test().negative(Kind.IPV6));
        assertEquals(Optional.of(house.list()), selection.catalogue().list(house.id()));
        fine();
    }

    @Test
    void aListOfTheUsersOwnMaySayMore() {
        Selection selection = choose("""
                use: []
                custom:
                  - id: house
                    zone: "{key}.example.com"
                    kinds: [domain]
                    severity: critical
                    interval: 1m
                    rate: 10/s
                    resolvers: ["127.0.0.1:5353"]
                    style: bitmask
                    codes: [{bit: 2, effect: listed, reason: spam-source, meaning: spam}]
                    removal: {methods: [email], email: postmaster@example.com}
                keys: {house: k1}
                """);
        ChosenList house = selection.asked(new ListId("house")).orElseThrow();
        assertEquals("k1.example.com", house.list().zone().name());
        assertEquals(Optional.of(Duration.ofMinutes(1)), house.interval());
        assertEquals("127.0.0.1:5353", house.resolvers().get(0).value());
        assertEquals(List.of("TEST"), house.list().test().positive());
        assertEquals("bit 2", house.list().codes().get(0).label());
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void aZoneOfUnknownStateIsAWarningOnly() {
        Selection selection = choose("use: []\ncustom: [{id: old, zone: bl.konstant.no}]\n");
        assertThat(ids(selection)).containsExactly("old");
        warned("lists.custom[0].zone: the zone bl.konstant.no is of unknown state (line 3)");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void aCustomZoneTheCatalogueKnowsIsRemarked() {
        choose("use: []\ncustom: [{id: mine, zone: psbl.surriel.com}]\n");
        warned("lists.custom[0].zone: the catalogue knows this zone as `psbl`, with its codes (line 3)");
    }

    @Test
    void namesFromTheCommandLineKeepKeysAndRegistrations() {
        ListChoice choice = read("registered: [barracuda-brbl]\n")
                .using(List.of("barracuda-brbl", "spamhaus-zen"))
                .withKey("spamhaus-dqs", Secret.of("abc"));
        assertThat(ids(Selection.of(CATALOGUE, choice, problems)))
                .containsExactly("barracuda-brbl", "spamhaus-zen-dqs");
    }

    private Selection choose(String yaml) {
        return Selection.of(CATALOGUE, read(yaml), problems);
    }

    private ListChoice read(String yaml) {
        String file = "lists:\n" + yaml.indent(2);
        return ListChoiceReader.read(
                YamlReader.read(file, "test.yaml", problems).orElseThrow().section("lists"));
    }

    private static Zone zone(Selection selection, String id) {
        return selection.asked(new ListId(id)).orElseThrow().list().zone();
    }

    private static List<String> ids(Selection selection) {
        return selection.asked().stream().map(list -> list.id().value()).toList();
    }

    private static void assertNot(Selection selection, String id, Why why, String words) {
        NotAsked not = selection.notAsked(new ListId(id)).orElseThrow();
        assertEquals(why, not.why());
        assertEquals(words, not.words());
    }

    private void warned(String message) {
        assertThat(problems.warnings()).extracting(Problem::toString).contains(message);
    }

    private void fine() {
        assertEquals(List.of(), problems.list());
        assertEquals(List.of(), problems.warnings());
    }
}
