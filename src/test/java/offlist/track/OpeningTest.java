package offlist.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.ListId;
import offlist.catalogue.ListType;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.catalogue.Zone;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final DnsList ZEN = list("spamhaus-zen");

    private final Opening opening = new Opening(() -> CATALOGUE);

    private static DnsList list(String id) {
        return CATALOGUE.list(new ListId(id)).orElseThrow();
    }

    private static List<Verdict.Hit> hits(DnsList list, String... answers) {
        return Stream.of(answers)
                .map(answer -> new Verdict.Hit(
                        answer,
                        list.codeFor((int) IpAddress.parse(answer).low()).orElseThrow()))
                .toList();
    }

    private Listing listing(DnsList list, Optional<String> wave, boolean flapping, String... answers) {
        return listing(list, wave, flapping, hits(list, answers));
    }

    private Listing listing(DnsList list, List<Verdict.Hit> hits) {
        return listing(list, Optional.empty(), false, hits);
    }

    private Listing listing(DnsList list, Optional<String> wave, boolean flapping, List<Verdict.Hit> hits) {
        Pair pair = new Pair(IpAddress.parse("192.0.2.10"), list.id());
        TreeSet<PoolName> pools = new TreeSet<>(List.of(new PoolName("a")));
        return opening.listing("id-1", pair, list, pools, hits, "text", wave, flapping, T0);
    }

    private Listing listing(DnsList list, String... answers) {
        return listing(list, Optional.empty(), false, answers);
    }

    /** A list whose codes are not all equally bad, and two of them, the worse one first. */
    private record Unequal(DnsList list, ReturnCode worse, ReturnCode better) {}

    private static Unequal unequal() {
        return CATALOGUE.lists().stream()
                .filter(list -> list.type() == ListType.BLOCK)
                .flatMap(list -> list.codes().stream()
                        .flatMap(worse -> list.codes().stream()
                                .filter(better -> worse.effect() == Effect.LISTED
                                        && CATALOGUE.severity(list, worse).compareTo(CATALOGUE.severity(list, better))
                                                < 0)
                                .map(better -> new Unequal(list, worse, better))))
                .findFirst()
                .orElseThrow();
    }

    /** XBL means the address, PBL its network; both are equally bad. */
    @Test
    void theOrderOfAnAnswerMeansNothing() {
        Listing one = listing(ZEN, "127.0.0.4", "127.0.0.10");
        Listing other = listing(ZEN, "127.0.0.10", "127.0.0.4");

        assertThat(one.scope()).isEqualTo(Scope.ADDRESS);
        assertThat(other.scope()).isEqualTo(one.scope());
        assertThat(other.reason()).isEqualTo(one.reason());
        assertThat(other.incident()).isEqualTo(one.incident());
    }

    @Test
    void theWorstCodeSpeaksForAListingWhateverTheirOrder() {
        Unequal codes = unequal();
        Verdict.Hit worse = new Verdict.Hit("127.0.0.2", codes.worse());
        Verdict.Hit better = new Verdict.Hit("127.0.0.3", codes.better());
        for (List<Verdict.Hit> hits : List.of(List.of(worse, better), List.of(better, worse))) {
            Listing listing = listing(codes.list(), hits);
            assertEquals(CATALOGUE.severity(codes.list(), codes.worse()), listing.severity());
            assertEquals(codes.worse().reason(), listing.reason());
            assertThat(listing.codes())
                    .extracting(ListedCode::answer)
                    .containsExactlyElementsOf(
                            hits.stream().map(Verdict.Hit::answer).toList());
        }
        assertEquals(
                CATALOGUE.severity(codes.list(), codes.better()),
                listing(codes.list(), List.of(better)).severity());
    }

    @Test
    void aPoolMayHaveItsOwnWordForHowBadAListingIs() {
        opening.severities(
                new Severities(Map.of(new PoolName("a"), new Severities.Words(Optional.of(Severity.MINOR), Map.of()))));
        Listing opened = listing(ZEN, "127.0.0.2");
        assertEquals(Severity.MINOR, opened.severity());
        Listing changed = opening.changed(opened, ZEN, hits(ZEN, "127.0.0.10"), "text");
        assertEquals(Severity.MINOR, changed.severity());
        assertEquals(
                Severity.INFORMATIONAL,
                listing(list("dnswl"), "127.0.10.0").severity(),
                "being on a list of good senders is no harm, whatever a pool says");
    }

    @Test
    void aCodeKeepsWhatTheCatalogueSaysOfIt() {
        Verdict.Hit hit = hits(ZEN, "127.0.0.2").getFirst();
        assertThat(listing(ZEN, "127.0.0.2").codes())
                .containsExactly(new ListedCode(
                        "127.0.0.2",
                        hit.code().reason(),
                        hit.code().meaning(),
                        hit.code().sublist()));
        assertThat(hit.code().sublist()).isPresent();
    }

    @Test
    void aListThatDoesNotBlockIsNeverWorseThanInformational() {
        DnsList informational = CATALOGUE.lists().stream()
                .filter(list -> list.type() == ListType.INFORMATIONAL && list.severity() != Severity.INFORMATIONAL)
                .findFirst()
                .orElseGet(() -> CATALOGUE.lists().stream()
                        .filter(list -> list.type() == ListType.ALLOW)
                        .findFirst()
                        .orElseThrow()
                        .with(Severity.CRITICAL));
        Verdict.Hit hit = new Verdict.Hit("127.0.0.2", informational.codes().getFirst());
        Pair pair = new Pair(IpAddress.parse("192.0.2.10"), informational.id());
        Listing listing = opening.listing(
                "id", pair, informational, new TreeSet<>(), List.of(hit), "", Optional.empty(), false, T0);
        assertEquals(Severity.INFORMATIONAL, listing.severity());
    }

    @Test
    void aListOfOnesOwnIsAsBadAsItSays() {
        DnsList own = DnsList.custom(new ListId("house"), Zone.of("bl.test")).with(Severity.MINOR);
        Listing listing = listing(own, "127.0.0.2");
        assertEquals(Severity.MINOR, listing.severity());
        assertEquals(Scope.ADDRESS, listing.scope());
    }

    @Test
    void aNewListingStandsAloneUnlessThereIsAWave() {
        DnsList own = DnsList.custom(new ListId("house"), Zone.of("bl.test"));
        assertEquals("id-1", listing(own, "127.0.0.2").incident());
        assertEquals(
                "wave-1",
                listing(own, Optional.of("wave-1"), false, "127.0.0.2").incident());
        assertThat(listing(own, Optional.empty(), true, "127.0.0.2").flapping()).isTrue();
        assertThat(listing(own, "127.0.0.2").flapping()).isFalse();
    }

    @Test
    void aRangeIsAnIncidentOfItsOwnWhateverTheWave() {
        DnsList wide = CATALOGUE.lists().stream()
                .filter(list -> list.scopes().equals(java.util.Set.of(Scope.NET_24))
                        || list.scopes().equals(java.util.Set.of(Scope.ASN)))
                .findFirst()
                .orElseThrow();
        Verdict.Hit hit = new Verdict.Hit("127.0.0.2", wide.codes().getFirst());
        Pair pair = new Pair(IpAddress.parse("192.0.2.10"), wide.id());
        Listing listing =
                opening.listing("id", pair, wide, new TreeSet<>(), List.of(hit), "", Optional.of("wave-1"), false, T0);
        assertThat(listing.incident()).startsWith(wide.id() + "/").isNotEqualTo("wave-1");
    }

    @Test
    void otherCodesChangeSeverityAndReasonAndNothingElse() {
        Listing before = listing(ZEN, Optional.of("wave-1"), true, "127.0.0.2");
        Listing after = opening.changed(before, ZEN, hits(ZEN, "127.0.0.10"), "other");
        Listing policy = listing(ZEN, "127.0.0.10");
        assertEquals(policy.severity(), after.severity());
        assertEquals(policy.reason(), after.reason());
        assertEquals(policy.codes(), after.codes());
        assertEquals("other", after.text());
        assertEquals("wave-1", after.incident());
        assertEquals(before.openedAt(), after.openedAt());
        assertEquals(before.pools(), after.pools());
        assertThat(after.flapping()).isTrue();
    }
}
