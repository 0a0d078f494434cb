package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.IpRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpfRecordsTest {
    private static final DomainName NAME = new DomainName("_spf.example.com");

    @Test
    void fewNetworksAreOneRecord() {
        SpfRecords spf = of(List.of(IpRange.parse("192.0.2.0/28"), IpRange.parse("2001:db8::25")));

        assertEquals(1, spf.lookups());
        assertThat(spf.records())
                .extracting(SpfRecords.Entry::line)
                .containsExactly("_spf.example.com. IN TXT \"v=spf1 ip4:192.0.2.0/28 ip6:2001:db8::25 -all\"");
    }

    @Test
    void anEmptyPoolAllowsNobody() {
        assertThat(of(List.of()).records().getFirst().strings()).containsExactly("v=spf1 -all");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 13, 14, 22, 23, 24, 25, 100, 180})
    void everyNetworkStandsInOneRecordThatIsNotTooLarge(int many) {
        List<IpRange> networks = singles(many);

        SpfRecords spf = of(networks);

        assertThat(spf.lookups()).isEqualTo(spf.records().size()).isLessThanOrEqualTo(10);
        assertThat(spf.records()).allSatisfy(record -> {
            assertThat(record.octets()).isLessThanOrEqualTo(450);
            assertThat(record.strings()).allSatisfy(string -> assertThat(string).hasSizeLessThanOrEqualTo(255));
            assertThat(text(record)).startsWith("v=spf1 ").endsWith(" -all").doesNotContain("  ");
        });
        assertThat(spf.records().stream().flatMap(record -> words(record, "ip4:")))
                .containsExactlyElementsOf(
                        networks.stream().map(IpRange::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 80})
    void anAnswerFitsIntoADatagramHoweverLongTheName(int label) {
        DomainName name = new DomainName("_spf." + "a.".repeat(label / 2) + "example.com");

        SpfRecords spf = SpfRecords.of(name, singles(30).iterator()).orElseThrow();

        assertThat(spf.records())
                .hasSizeGreaterThan(2)
                .allSatisfy(record -> assertThat(12 + (record.name().length() + 2 + 4) + 12 + record.octets())
                        .isLessThanOrEqualTo(512));
    }

    @Test
    void theFirstRecordIncludesTheOthers() {
        SpfRecords spf = of(singles(100));

        assertThat(words(spf.records().getFirst(), "include:"))
                .containsExactlyElementsOf(spf.records().stream()
                        .skip(1)
                        .map(SpfRecords.Entry::name)
                        .toList());
        assertThat(spf.records().getFirst().strings().getFirst()).doesNotContain("ip4:");
    }

    @Test
    void moreThanTenLookUpsDoNotFit() {
        assertTrue(SpfRecords.of(NAME, singles(300).iterator()).isEmpty());
        Stream<IpRange> endless = Stream.generate(() -> IpRange.parse("192.0.2.1"));
        assertTrue(SpfRecords.of(NAME, endless.iterator()).isEmpty());
    }

    @Test
    void aNameSoLongThatTheIncludesDoNotFitIsNotCutShort() {
        DomainName name = new DomainName("a".repeat(60) + "." + "b".repeat(60) + ".example.com");

        assertEquals(Optional.empty(), SpfRecords.of(name, singles(180).iterator()));
    }

    private static SpfRecords of(List<IpRange> networks) {
        return SpfRecords.of(NAME, networks.iterator()).orElseThrow();
    }

    /** Far apart, and as long as they get. */
    private static List<IpRange> singles(int many) {
        return Collections.unmodifiableList(IntStream.range(0, many)
                .mapToObj(i -> IpRange.of(IpAddress.v4(0xC6B6_6464 + 0x0001_0002 * i)))
                .toList());
    }

    private static String text(SpfRecords.Entry record) {
        return String.join("", record.strings());
    }

    private static Stream<String> words(SpfRecords.Entry record, String kind) {
        return Stream.of(text(record).split(" ", -1))
                .filter(word -> word.startsWith(kind))
                .map(word -> word.substring(kind.length()));
    }
}
