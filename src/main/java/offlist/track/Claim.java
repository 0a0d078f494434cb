package offlist.track;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import offlist.probe.Verdict;

/** What a definite answer says of a pair, reduced to what would make a transition. */
sealed interface Claim {
    Claim CLEAN = new NotListed();

    record Listed(SortedSet<String> answers) implements Claim {}

    record NotListed() implements Claim {}

    static Claim of(Verdict.Listed verdict) {
        return new Listed(
                new TreeSet<>(verdict.hits().stream().map(Verdict.Hit::answer).toList()));
    }

    static Claim of(List<ListedCode> codes) {
        return new Listed(new TreeSet<>(codes.stream().map(ListedCode::answer).toList()));
    }

    /** @param answers of a listing; empty when there is none */
    static Claim ofAnswers(Optional<List<String>> answers) {
        return answers.<Claim>map(all -> new Listed(new TreeSet<>(all))).orElse(CLEAN);
    }

    /** @throws IllegalArgumentException when the verdict is not definite */
    static Claim of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Listed listed -> of(listed);
            case Verdict.NotListed clean -> CLEAN;
            case Verdict.Scored scored -> CLEAN;
            case Verdict.Refused refused -> throw new IllegalArgumentException("a refusal is not definite");
            case Verdict.Failed failed -> throw new IllegalArgumentException("a failure is not definite");
        };
    }
}
