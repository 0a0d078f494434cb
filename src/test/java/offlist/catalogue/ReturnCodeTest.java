package offlist.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.catalogue.CodeSelector.BitMask;
import offlist.catalogue.CodeSelector.OctetPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnCodeTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2, 127.0.0.2, true",
        "127.0.0.2, 127.0.0.3, false",
        "127.0.0.4-7, 127.0.0.7, true",
        "127.0.0.4-7, 127.0.0.8, false",
        "127.0.*.1, 127.0.200.1, true",
        "127.0.*.1, 127.1.200.1, false",
        "127.*.*.*, 127.255.255.255, true",
        "127.*.*.*, 128.0.0.1, false"
    })
    void aPatternMatchesOctetByOctet(String pattern, String answer, boolean matches) {
        assertEquals(matches, pattern(pattern).matches(answer(answer)));
        assertEquals(pattern, pattern(pattern).label());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127",
                "127.0.0",
                "127.0.0.0.2",
                "127.0.0.256",
                "127.0.0.7-4",
                "127.0.0.a",
                "127..0.2",
                "127.0.0.2."
            })
    void otherTextsAreNoPatterns(String text) {
        assertEquals(Optional.empty(), OctetPattern.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 127.0.0.4, true",
        "4, 127.0.0.70, true",
        "4, 127.0.0.2, false",
        "4, 127.0.1.4, false",
        "6, 127.0.0.4, false"
    })
    void bitsAreReadInTheLastOctetOf127Only(int bit, String answer, boolean matches) {
        assertEquals(matches, new BitMask(bit).matches(answer(answer)));
        assertEquals("bit " + bit, new BitMask(bit).label());
    }

    @Test
    void bitsOutsideAnOctetAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BitMask(0));
        assertThrows(IllegalArgumentException.class, () -> new BitMask(256));
    }

    @Test
    void theFirstRowThatMatchesWins() {
        DnsList list = list(Style.EXACT, code("127.0.0.2", Effect.LISTED), code("127.0.0.*", Effect.NEUTRAL));
        assertEquals(List.of("127.0.0.2"), labels(list, "127.0.0.2"));
        assertEquals(List.of("127.0.0.*"), labels(list, "127.0.0.3"));
        assertEquals(List.of(), labels(list, "127.0.1.2"));
    }

    @Test
    void allBitsThatAreSetCount() {
        DnsList list = list(Style.BITMASK, bit(2), bit(4), bit(8));
        assertEquals(List.of("bit 2", "bit 8"), labels(list, "127.0.0.10"));
        assertEquals(List.of(), labels(list, "127.0.0.16"));
    }

    @Test
    void aWholeAddressStandsBeforeBits() {
        DnsList list = list(Style.BITMASK, code("127.0.0.255", Effect.ERROR), bit(2));
        assertEquals(List.of("127.0.0.255"), labels(list, "127.0.0.255"));
    }

    @Test
    void theErrorRangeIsNeverAListingWhateverTheTableSays() {
        DnsList list = list(Style.EXACT, code("127.*.*.*", Effect.LISTED));
        assertEquals(List.of(), labels(list, "127.255.255.2"));
        DnsList told = list(Style.EXACT, code("127.255.255.254", Effect.ERROR), code("127.*.*.*", Effect.LISTED));
        assertEquals(List.of("127.255.255.254"), labels(told, "127.255.255.254"));
    }

    @Test
    void localhostIsNoListingUnlessTheTableNamesIt() {
        assertEquals(List.of(), labels(list(Style.EXACT, code("127.*.*.*", Effect.LISTED)), "127.0.0.1"));
        assertEquals(
                List.of("127.0.0.1-3"), labels(list(Style.EXACT, code("127.0.0.1-3", Effect.LISTED)), "127.0.0.1"));
        assertEquals(List.of("bit 1"), labels(list(Style.BITMASK, bit(1)), "127.0.0.1"));
    }

    @Test
    void aListOfTheUsersOwnTakesEveryOtherAnswerForAListing() {
        DnsList list = DnsList.custom(new ListId("house"), Zone.of("bl.example.com"));
        assertThat(list.codeFor(answer("127.0.0.2")))
                .hasValueSatisfying(code -> assertEquals(Effect.LISTED, code.effect()));
        assertThat(list.codeFor(answer("127.8.9.10"))).isPresent();
        for (String none : List.of("127.0.0.1", "127.255.255.0", "127.255.255.255", "192.0.2.1", "0.0.0.0")) {
            assertThat(list.codeFor(answer(none))).as(none).isEmpty();
        }
    }

    @Test
    void aScoreIsFixedOrTheLastOctet() {
        assertEquals(-5, new Score.Fixed(-5).of(answer("127.0.0.10")));
        assertEquals(87, new Score.LastOctet().of(answer("127.0.4.87")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0", "127.0.0.256", "::1", "127.0.0.2 ", "1.2.3.4.5"})
    void otherTextsAreNoAnswers(String text) {
        assertEquals(Optional.empty(), Answers.parse(text));
    }

    private static DnsList list(Style style, ReturnCode... codes) {
        return DnsList.custom(new ListId("x"), Zone.of("x.example.com")).with(style, List.of(codes));
    }

    private static ReturnCode code(String pattern, Effect effect) {
        return new ReturnCode(pattern(pattern), effect, "spam-source", "spam");
    }

    private static ReturnCode bit(int bit) {
        return new ReturnCode(new BitMask(bit), Effect.LISTED, "spam-source", "spam");
    }

    private static OctetPattern pattern(String text) {
        return OctetPattern.parse(text).orElseThrow();
    }

    private static List<String> labels(DnsList list, String answer) {
        return Stream.of(answer)
                .map(ReturnCodeTest::answer)
                .flatMap(value -> list.codesFor(value).stream())
                .map(ReturnCode::label)
                .toList();
    }

    private static int answer(String text) {
        return Answers.parse(text).orElseThrow();
    }
}
