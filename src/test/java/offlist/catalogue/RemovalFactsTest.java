package offlist.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs read of a removal procedure says the same as what people read. */
class RemovalFactsTest {

    private static final Catalogue CATALOGUE = CatalogueReader.shipped();

    record Named(String id, RemovalProcedure removal) {
        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Named> procedures() {
        return Stream.of(
                        CATALOGUE.lists().stream()
                                .map(list -> new Named(list.id().value(), list.removal())),
                        CATALOGUE.sublists().stream().map(part -> new Named(part.id(), part.removal())))
                .flatMap(named -> named);
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void theTypicalTimeIsTheLongEndOfItsWords(Named named) {
        RemovalProcedure removal = named.removal();

        assertEquals(LongEnd.of(removal.typicalTime()).or(() -> byAgeOnly(removal)), removal.typicalAfter());
    }

    private static Optional<Duration> byAgeOnly(RemovalProcedure removal) {
        return removal.typicalTime().endsWith("only") ? removal.autoExpiryAfter() : Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void aCooldownInNumbersIsTheOneInWords(Named named) {
        RemovalProcedure removal = named.removal();

        removal.cooldownAfter().ifPresent(time -> assertEquals(LongEnd.of(removal.cooldown()), Optional.of(time)));
        assertTrue(!removal.once() || !removal.cooldown().isBlank(), "once, and people are not told why");
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void whoTakesMailHasAnAddressOrAPageThatNamesIt(Named named) {
        RemovalProcedure removal = named.removal();

        if (removal.methods().contains(RemovalMethod.EMAIL)) {
            assertTrue(removal.email().isPresent() || removal.removal().isPresent());
        }
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void whatNeverExpiresIsNotSaidToExpire(Named named) {
        RemovalProcedure removal = named.removal();
        boolean never = removal.autoExpiry().startsWith("none");
        boolean byItself = removal.methods().contains(RemovalMethod.AUTO_EXPIRY);

        assertTrue(!never || !byItself, removal.autoExpiry());
        assertTrue(
                removal.autoExpiryAfter().isEmpty() || byItself, "a time to expire, but no expiry among the methods");
    }

    @Test
    void theOperatorsThatForbidFurtherRequestsAreKnown() {
        Map<String, Duration> cooldowns = procedures()
                .filter(named -> named.removal().cooldownAfter().isPresent())
                .collect(Collectors.toMap(
                        Named::id, named -> named.removal().cooldownAfter().orElseThrow()));

        assertEquals(Map.of("justspam", Duration.ofDays(30), "lashback-ubl", Duration.ofDays(30)), cooldowns);
        assertEquals(Set.of("barracuda-brbl", "spamhaus-sbl-records", "tornevall"), ids(RemovalProcedure::once));
    }

    @Test
    void theOperatorsThatTakeNoRequestsAreKnown() {
        Set<RemovalMethod> nobody = Set.of(RemovalMethod.AUTO_EXPIRY, RemovalMethod.NONE, RemovalMethod.PAID_EXPRESS);
        Set<String> core = CATALOGUE.profile(Profile.CORE).stream()
                .filter(list -> list.type() == ListType.BLOCK)
                .filter(list -> nobody.containsAll(list.removal().methods()))
                .map(list -> list.id().value())
                .collect(Collectors.toSet());

        assertEquals(Set.of("spamcop", "gbudb-truncate"), core);
    }

    @Test
    void mailIsWrittenToNobodyButTheAddressesTheOperatorsPublish() {
        List<String> addresses = procedures()
                .map(named -> named.removal().email())
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();

        assertEquals(
                List.of(
                        "admin@abuse.ro",
                        "admin@spfbl.net",
                        "certification@validity.com",
                        "delist@nordspam.com",
                        "dnsbl@brukalai.lt",
                        "dnsbl@tornevall.org",
                        "relaycheck@jippg.org",
                        "support@abusix.com"),
                addresses);
    }

    @Test
    void almostEveryProcedureThatPeopleAskForHasATypicalTimeInTheCore() {
        Collection<String> without = CATALOGUE.profile(Profile.CORE).stream()
                .filter(list -> !list.removal().seeSublist()
                        && list.removal().typicalAfter().isEmpty())
                .map(list -> list.id().value())
                .toList();

        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hours to a day, P1D",
        "minutes to hours, PT12H",
        "minutes, PT1H",
        "half an hour to several days, P7D",
        "a few days, P3D",
        "days to weeks, P28D",
        "6 to 36 hours after the form, PT36H",
        "'3 minutes, up to 15 minutes', PT15M",
    })
    void theLongEndOfWordsIsTheirLongestTime(String words, Duration time) {
        assertEquals(Optional.of(time), LongEnd.of(words));
    }

    @ParameterizedTest
    @CsvSource({"quick", "days to never", "not published"})
    void wordsThatPromiseNothingHaveNoLongEnd(String words) {
        assertEquals(Optional.empty(), LongEnd.of(words));
    }

    private static Set<String> ids(Predicate<RemovalProcedure> wanted) {
        return procedures()
                .filter(named -> wanted.test(named.removal()))
                .map(Named::id)
                .collect(Collectors.toSet());
    }
}
