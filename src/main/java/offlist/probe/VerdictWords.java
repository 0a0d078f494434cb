package offlist.probe;

import java.util.stream.Collectors;

/** A verdict as a sentence. */
final class VerdictWords {
    private VerdictWords() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Listed listed ->
                "listed: "
                        + listed.hits().stream()
                                .map(hit -> hit.code().label())
                                .distinct()
                                .collect(Collectors.joining(", "));
            case Verdict.NotListed clean -> "not listed";
            case Verdict.Scored scored ->
                "not listed, score " + scored.value() + ": "
                        + scored.hits().getFirst().code().meaning();
            case Verdict.Refused refused ->
                "refused, so nothing is known: " + refused.hit().code().meaning();
            case Verdict.Failed failed -> "failed, so nothing is known: " + words(failed.cause());
        };
    }

    private static String words(Verdict.Cause cause) {
        return switch (cause) {
            case OUTSIDE_LOOPBACK -> "the answer is outside 127.0.0.0/8, which no list gives";
            case UNKNOWN_CODE -> "127.0.0.1 is a listing only where the list says so";
            case EMPTY_ANSWER -> "an answer without records, and the list's test point did not vouch for it";
            case NOT_BELIEVED -> "the list's test points say that it cannot be believed";
            case TIMEOUT -> "no answer in time";
            case SERVFAIL, REFUSED, BAD_RCODE -> "the resolver or the list could not or would not answer";
            case TRUNCATED -> "the answer was cut off and did not come over TCP";
            case MALFORMED -> "the answer makes no sense";
            case LAME -> "the answer is about something else";
            case NETWORK -> "the resolver cannot be reached";
        };
    }
}
