package offlist.probe;

import java.util.stream.Collectors;

/** A verdict as tables of tests write it: {@code listed 127.0.0.2}, {@code not_listed}, {@code failed timeout}. */
final class SaidWords {
    private SaidWords() {}

    /** What a code is called is the whole answer where any answer counts. */
    static String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Listed listed ->
                "listed " + listed.hits().stream().map(Verdict.Hit::answer).collect(Collectors.joining(" "));
            case Verdict.NotListed clean -> "not_listed";
            case Verdict.Scored scored -> "score " + scored.value();
            case Verdict.Refused refused -> "refused " + refused.hit().answer();
            case Verdict.Failed failed -> "failed " + failed.cause().label();
        };
    }
}
