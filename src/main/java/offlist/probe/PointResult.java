package offlist.probe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.dns.Answer;

/** One test point and what it said. */
record PointResult(String point, boolean positive, PointReading reading, Answer answer, Optional<QueryName> question) {
    /** Whether nothing that another point says could change the judgement. */
    boolean decides() {
        return reading != PointReading.SILENT && !(positive && reading == PointReading.OUTSIDE);
    }

    static List<PointResult> append(List<PointResult> before, PointResult last) {
        return Stream.concat(before.stream(), Stream.of(last)).toList();
    }
}
