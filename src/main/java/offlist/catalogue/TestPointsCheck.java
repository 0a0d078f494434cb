package offlist.catalogue;

import java.util.List;
import java.util.Optional;
import offlist.catalogue.Draft.Placed;

/** Test points fit the list: of a kind it can be asked for, with answers its code table understands. */
final class TestPointsCheck {

    private final Placed<DnsList> placed;
    private final DnsList list;

    TestPointsCheck(Placed<DnsList> placed) {
        this.placed = placed;
        this.list = placed.value();
    }

    void check() {
        list.test().positive().forEach(this::kind);
        list.test().negative().forEach(this::kind);
        if (list.style() == Style.EXACT || list.style() == Style.BITMASK) {
            list.test().expect().forEach(this::answer);
        }
    }

    private void kind(String point) {
        if (!list.kinds().contains(TestPoints.kindOf(point))) {
            placed.problem("the test point " + point + " is of a kind the list cannot be asked for");
        }
    }

    private void answer(String expected) {
        Optional<List<ReturnCode>> codes = Answers.parse(expected).map(list::codesFor);
        if (codes.filter(found -> found.stream().anyMatch(TestPointsCheck::proves))
                .isEmpty()) {
            placed.problem("the expected test answer " + expected + " is no listing in the code table");
        }
    }

    private static boolean proves(ReturnCode code) {
        return code.effect() == Effect.LISTED
                || code.effect() == Effect.ALLOWLISTED
                || code.effect() == Effect.SCORE
                || code.reason().equals(ReturnCode.TEST);
    }
}
