package offlist.track;

import java.util.List;
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
}
