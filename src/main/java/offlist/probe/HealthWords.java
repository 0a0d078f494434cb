package offlist.probe;

import java.util.List;
import java.util.Optional;
import offlist.catalogue.Kind;
import offlist.dns.Answer;
import offlist.dns.ResolverId;

/** The judgement over the test points of a list, in sentences for the operator. */
final class HealthWords {
    private final AskedList list;
    private final Kind kind;
    private final ResolverId resolver;
    private final List<PointResult> results;

    private HealthWords(AskedList list, Kind kind, ResolverId resolver, List<PointResult> results) {
        this.list = list;
        this.kind = kind;
        this.resolver = resolver;
        this.results = results;
    }

    static Health judge(AskedList list, Kind kind, ResolverId resolver, List<PointResult> results) {
        return new HealthWords(list, kind, resolver, results).judge();
    }

    /** The worst first: a list that refuses, or answers for everybody, says nothing else worth hearing. */
    private Health judge() {
        if (results.isEmpty()) {
            return health(
                    Health.State.UNVERIFIED, "has no test point for " + kind.label() + " and is taken at its word");
        }
        return first(PointReading.REFUSES, true)
                .or(() -> first(PointReading.REFUSES, false))
                .map(this::refusing)
                .or(() -> first(PointReading.ANSWERS, false).map(this::listsEverything))
                .or(() -> first(PointReading.OUTSIDE, false).map(this::answersEverybody))
                .or(() -> first(PointReading.UNREACHABLE, false).map(this::unreachable))
                .or(() -> first(PointReading.ANSWERS, true).map(result -> Health.HEALTHY))
                .or(() -> first(PointReading.OUTSIDE, true).map(this::parked))
                .or(() -> first(PointReading.SILENT, true).map(this::listsNothing))
                .or(() -> first(PointReading.UNREACHABLE, true).map(this::unreachable))
                .orElseGet(() -> health(
                        Health.State.UNVERIFIED,
                        "has no test point for " + kind.label() + " that must be listed and is taken at its word"));
    }

    private Optional<PointResult> first(PointReading reading, boolean positive) {
        return results.stream()
                .filter(result -> result.reading() == reading && result.positive() == positive)
                .findFirst();
    }

    private Health refusing(PointResult result) {
        return health(
                Health.State.REFUSING, "refuses resolver " + resolver + " (" + reason(result) + "): " + remedy(result));
    }

    private String reason(PointResult result) {
        String words = AnswerWords.of(result.answer());
        return VerdictReader.read(list.list(), result.answer()) instanceof Verdict.Refused refused
                ? words + ", " + refused.hit().code().meaning()
                : words;
    }

    private String remedy(PointResult result) {
        if (result.answer() instanceof Answer.Failed) {
            return "let this host ask there, or name another resolver";
        }
        return switch (list.list().access()) {
            case KEY -> "check the key, and that it is good for this zone";
            case IP_AUTHORISED -> "register the address from which the resolver asks";
            case OPEN -> "use a resolver of your own that is neither public nor forwarding, or a key";
        };
    }

    private Health listsEverything(PointResult result) {
        return health(
                Health.State.LISTS_EVERYTHING,
                "answers " + AnswerWords.of(result.answer()) + " for " + result.point()
                        + ", which it must not list: it is closed or broken, or " + resolver
                        + " is answered so on purpose; drop the list if this lasts");
    }

    private Health answersEverybody(PointResult result) {
        return health(
                Health.State.LISTS_EVERYTHING,
                "answers " + AnswerWords.of(result.answer()) + " for " + result.point()
                        + ": its domain is parked, or " + resolver
                        + " rewrites answers; try another resolver, drop the list if it says the same");
    }

    private Health parked(PointResult result) {
        return health(
                Health.State.LISTS_NOTHING,
                "answers " + AnswerWords.of(result.answer()) + " for its test point " + result.point()
                        + ", outside 127.0.0.0/8: " + resolver
                        + " rewrites answers, or the list is not there any more");
    }

    private Health listsNothing(PointResult result) {
        return health(
                Health.State.LISTS_NOTHING,
                "does not list its test point " + result.point() + " through " + resolver
                        + ": the zone is empty, closed or misspelt, or the resolver is refused without a word");
    }

    private Health unreachable(PointResult result) {
        return health(
                Health.State.UNREACHABLE,
                "does not answer through " + resolver + " (" + AnswerWords.of(result.answer())
                        + "): check that the resolver runs and reaches the list");
    }

    private Health health(Health.State state, String predicate) {
        return new Health(state, list.id() + " " + predicate);
    }
}
