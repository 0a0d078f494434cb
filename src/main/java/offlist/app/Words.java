package offlist.app;

import java.util.stream.Collectors;
import offlist.probe.Verdict;

/** Verdicts in words for the terminal. */
final class Words {
    private Words() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Listed listed -> {
                String codes = listed.hits().stream()
                        .map(hit -> hit.code().meaning())
                        .distinct()
                        .collect(Collectors.joining("; "));
                yield listed.text().isEmpty() ? codes : codes + " (" + listed.text() + ")";
            }
            case Verdict.NotListed clean -> "";
            case Verdict.Scored scored ->
                "score " + scored.value() + ": "
                        + scored.hits().getFirst().code().meaning();
            case Verdict.Refused refused ->
                "the list does not answer us: " + refused.hit().code().meaning();
            case Verdict.Failed failed -> of(failed.cause());
        };
    }

    static String of(Verdict.Cause cause) {
        return switch (cause) {
            case TIMEOUT -> "no answer in time";
            case SERVFAIL -> "the resolver could not find out";
            case REFUSED -> "the resolver refuses to ask";
            case BAD_RCODE -> "the resolver answered with an error";
            case TRUNCATED -> "the answer was cut off and could not be had whole";
            case MALFORMED -> "the answer could not be read";
            case LAME -> "the answer was about something else";
            case NETWORK -> "the resolver cannot be reached";
            case OUTSIDE_LOOPBACK -> "an answer that no list gives: parked zone, or a resolver that rewrites answers";
            case UNKNOWN_CODE -> "an answer that means nothing on this list";
            case EMPTY_ANSWER -> "an empty answer from a list whose test entry did not answer";
            case NOT_BELIEVED -> "an answer of a list whose test entries say that it cannot be believed";
        };
    }
}
