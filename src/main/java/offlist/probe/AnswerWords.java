package offlist.probe;

import java.util.stream.Collectors;
import offlist.dns.Answer;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** An answer in a few words. Names are left out: they could carry a key. */
final class AnswerWords {
    private static final int MOST = 16;

    private AnswerWords() {}

    static String of(Answer answer) {
        return switch (answer) {
            case Answer.Records records -> records(records);
            case Answer.NoSuchName none -> "NXDOMAIN";
            case Answer.NoData none -> "NOERROR without records";
            case Answer.Failed failed -> words(failed.cause());
        };
    }

    private static String records(Answer.Records records) {
        String some =
                records.records().stream().limit(MOST).map(AnswerWords::record).collect(Collectors.joining(", "));
        int more = records.records().size() - MOST;
        return more > 0 ? some + " and " + more + " more" : some;
    }

    static String record(Record record) {
        return record instanceof ARecord a ? a.getAddress().getHostAddress() : Type.string(record.getType());
    }

    private static String words(Answer.Cause cause) {
        return switch (cause) {
            case TIMEOUT -> "timeout";
            case SERVFAIL -> "SERVFAIL";
            case REFUSED -> "REFUSED";
            case BAD_RCODE -> "an odd response code";
            case TRUNCATED -> "truncated, no answer over TCP";
            case MALFORMED -> "a malformed response";
            case LAME -> "an answer about something else";
            case NETWORK -> "resolver not reachable";
        };
    }
}
