package offlist.probe;

import offlist.catalogue.DnsList;
import offlist.catalogue.TestPoints;
import offlist.dns.Answer;
import org.xbill.DNS.ARecord;

/** What the answer to a test point says about a list. */
enum PointReading {
    /** There is an entry. */
    ANSWERS,
    /** There is none. */
    SILENT,
    REFUSES,
    /** An answer that no list gives: parked, wildcard, captive or filtering resolver. */
    OUTSIDE,
    UNREACHABLE;

    /** At a point that must be listed the expected answers count before the code table: some look like refusals. */
    static PointReading positive(DnsList list, Answer answer) {
        return expected(list.test(), answer) ? ANSWERS : read(list, answer, true);
    }

    /** At a point that must not be listed a code that means nothing means nothing. */
    static PointReading negative(DnsList list, Answer answer) {
        return read(list, answer, false);
    }

    private static boolean expected(TestPoints points, Answer answer) {
        return answer instanceof Answer.Records records
                && records.records().stream()
                        .filter(ARecord.class::isInstance)
                        .anyMatch(record -> points.expect().contains(AnswerWords.record(record)));
    }

    private static PointReading read(DnsList list, Answer answer, boolean neutralCounts) {
        return switch (VerdictReader.read(list, answer)) {
            case Verdict.Listed listed -> ANSWERS;
            case Verdict.NotListed clean -> neutralCounts && answer instanceof Answer.Records ? ANSWERS : SILENT;
            case Verdict.Scored scored -> ANSWERS;
            case Verdict.Refused refused -> REFUSES;
            case Verdict.Failed failed -> failed(failed.cause());
        };
    }

    private static PointReading failed(Verdict.Cause cause) {
        return switch (cause) {
            case EMPTY_ANSWER -> SILENT;
            case REFUSED, UNKNOWN_CODE -> REFUSES;
            case OUTSIDE_LOOPBACK -> OUTSIDE;
            case TIMEOUT, SERVFAIL, BAD_RCODE, TRUNCATED, MALFORMED, LAME, NETWORK -> UNREACHABLE;
            // It is these points that a list's answers are believed by.
            case NOT_BELIEVED -> throw new IllegalArgumentException("a test point is read as it is");
        };
    }
}
