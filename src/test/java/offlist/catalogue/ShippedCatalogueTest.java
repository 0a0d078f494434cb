package offlist.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.yaml.Problems;
import org.junit.jupiter.api.Test;

class ShippedCatalogueTest {

    private static final Problems PROBLEMS = new Problems();
    private static final Catalogue CATALOGUE = CatalogueReader.shipped(PROBLEMS);

    @Test
    void everyFileReadsWithoutAProblem() {
        assertEquals(List.of(), PROBLEMS.list());
        assertEquals(List.of(), PROBLEMS.warnings());
    }

    @Test
    void nothingIsLost() {
        assertEquals(155, CATALOGUE.lists().size());
        assertEquals(12, CATALOGUE.sublists().size());
        assertEquals(126 + 43, CATALOGUE.closed().size());
        assertEquals(39, CATALOGUE.privateLists().size());
        assertEquals(40, CATALOGUE.reasons().size());
    }

    @Test
    void idsAreUniqueOverAllSections() {
        Stream<String> ids = Stream.of(
                        CATALOGUE.lists().stream().map(list -> list.id().value()),
                        CATALOGUE.sublists().stream().map(Sublist::id),
                        CATALOGUE.closed().stream().map(ClosedList::id),
                        CATALOGUE.privateLists().stream().map(PrivateList::id))
                .flatMap(Function.identity());
        Map<String, Long> doubled = ids.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        doubled.values().removeIf(count -> count == 1);
        assertEquals(Map.of(), doubled);
    }

    @Test
    void everyListingCodeCanBeExplainedAndLeadsToAProcedure() {
        forEachCode((list, code) -> {
            assertTrue(CATALOGUE.reason(code.reason()).isPresent(), list.id() + " " + code);
            assertFalse(code.meaning().isBlank(), list.id() + " " + code);
            if (code.effect() == Effect.LISTED) {
                RemovalProcedure removal = CATALOGUE.removal(list, code);
                assertFalse(removal.seeSublist(), list.id() + " " + code.label());
                assertFalse(removal.methods().isEmpty(), list.id() + " " + code.label());
            }
        });
    }

    @Test
    void expectedTestAnswersOfExactAndBitmaskListsAreListings() {
        for (DnsList list : CATALOGUE.lists()) {
            if (list.style() != Style.EXACT && list.style() != Style.BITMASK) {
                continue;
            }
            for (String answer : list.test().expect()) {
                List<ReturnCode> codes = list.codesFor(Answers.parse(answer).orElseThrow());
                assertThat(codes).as("%s %s", list.id(), answer).isNotEmpty().allMatch(ShippedCatalogueTest::isListing);
            }
        }
    }

    @Test
    void everyKindOfAddressOfATestableListHasTestPoints() {
        for (DnsList list : CATALOGUE.lists()) {
            boolean testable = !list.test().positive().isEmpty();
            if (testable && list.kinds().containsAll(Set.of(Kind.IPV4, Kind.IPV6))) {
                assertThat(list.test().positive(Kind.IPV4))
                        .as(list.id().value())
                        .isNotEmpty();
                assertThat(list.test().positive(Kind.IPV6))
                        .as(list.id().value())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void linksFillInForEveryKindTheListIsAskedFor() {
        for (DnsList list : CATALOGUE.lists()) {
            for (Kind kind : list.kinds()) {
                linkFills(list, kind, list.removal().lookup());
                linkFills(list, kind, list.removal().removal());
            }
        }
    }

    @Test
    void everyAnswerOfTheErrorRangeIsAnErrorOrUnknown() {
        int last = Answers.parse("127.255.255.7").orElseThrow();
        for (DnsList list : CATALOGUE.lists()) {
            assertThat(list.codesFor(last)).as(list.id().value()).allMatch(code -> code.effect() == Effect.ERROR);
        }
    }

    @Test
    void anAnswerOutsideTheLoopbackNetIsNoCode() {
        int parked = Answers.parse("192.0.2.7").orElseThrow();
        for (DnsList list : CATALOGUE.lists()) {
            assertThat(list.codesFor(parked)).as(list.id().value()).isEmpty();
        }
    }

    @Test
    void localhostIsAListingOnlyWhereTheTableNamesIt() {
        int localhost = Answers.parse("127.0.0.1").orElseThrow();
        List<String> naming = CATALOGUE.lists().stream()
                .filter(list -> list.codesFor(localhost).stream().anyMatch(code -> code.effect() == Effect.LISTED))
                .map(list -> list.id().value())
                .toList();
        assertThat(naming).containsExactlyInAnyOrder("efnet-rbl", "senderscore-rpbl", "trend-rblplus");
    }

    @Test
    void theIndexNamesEveryFile() throws Exception {
        try (Stream<java.nio.file.Path> files =
                java.nio.file.Files.list(java.nio.file.Path.of("src/main/resources/catalogue"))) {
            List<String> there = files.map(file -> file.getFileName().toString())
                    .filter(name ->
                            name.endsWith(".yaml") && !name.equals("index.yaml") && !name.equals(KnownResolvers.FILE))
                    .sorted()
                    .toList();
            assertEquals(there, CatalogueReader.shippedFiles(new Problems()));
        }
    }

    private static void linkFills(DnsList list, Kind kind, Optional<LinkTemplate> link) {
        boolean fitsAnother = list.kinds().size() > 1 && kind == Kind.DOMAIN;
        if (link.isPresent() && !fitsAnother) {
            assertThat(link.get().fill(sample(kind)))
                    .as("%s %s %s", list.id(), kind, link)
                    .isPresent();
        }
    }

    private static String sample(Kind kind) {
        return switch (kind) {
            case IPV4 -> "192.0.2.10";
            case IPV6 -> "2001:db8::25";
            case DOMAIN -> "mail.example.com";
        };
    }

    private static boolean isListing(ReturnCode code) {
        return code.effect() == Effect.LISTED || code.reason().equals(ReturnCode.TEST);
    }

    private interface CodeCheck {
        void check(DnsList list, ReturnCode code);
    }

    private static void forEachCode(CodeCheck check) {
        CATALOGUE.lists().forEach(list -> list.codes().forEach(code -> check.check(list, code)));
    }
}
