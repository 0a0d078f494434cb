package offlist.probe;

import java.util.List;
import java.util.Optional;
import offlist.catalogue.Because;
import offlist.catalogue.Kind;
import offlist.dns.Answer;
import offlist.dns.ResolverId;
import offlist.probe.Symptom.Sign;

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
            return unverified("has no test point for " + kind.label() + " and is taken at its word");
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
                .orElseGet(() -> unverified(
                        "has no test point for " + kind.label() + " that must be listed and is taken at its word"));
    }

    private Health unverified(String predicate) {
        return health(Health.State.UNVERIFIED, Sign.NONE, "", predicate);
    }

    private Optional<PointResult> first(PointReading reading, boolean positive) {
        return results.stream()
                .filter(result -> result.reading() == reading && result.positive() == positive)
                .findFirst();
    }

    private Health refusing(PointResult result) {
        Optional<Because> because = because(result);
        return health(
                Health.State.REFUSING,
                sign(result, because),
                AnswerWords.of(result.answer()),
                "refuses resolver " + resolver + " (" + reason(result) + "): " + remedy(result, because));
    }

    private Sign sign(PointResult result, Optional<Because> because) {
        if (result.answer() instanceof Answer.Failed) {
            return onlyEntriesFail(result) ? Sign.EMPTY : Sign.DENIED;
        }
        if (because.equals(Optional.of(Because.PUBLIC_RESOLVER))) {
            return Sign.PUBLIC;
        }
        boolean meaningless = VerdictReader.read(list.list(), result.answer()) instanceof Verdict.Failed;
        return meaningless ? Sign.OUTSIDE : Sign.NONE;
    }

    /** The way of a resolver that guards against rebinding: what does not exist is answered, what exists is not. */
    private boolean onlyEntriesFail(PointResult result) {
        return result.positive() && first(PointReading.SILENT, false).isPresent();
    }

    private Optional<Because> because(PointResult result) {
        return VerdictReader.read(list.list(), result.answer()) instanceof Verdict.Refused refused
                ? refused.hit().code().because()
                : Optional.empty();
    }

    private String reason(PointResult result) {
        String words = AnswerWords.of(result.answer());
        return VerdictReader.read(list.list(), result.answer()) instanceof Verdict.Refused refused
                ? words + ", " + refused.hit().code().meaning()
                : words;
    }

    private String remedy(PointResult result, Optional<Because> because) {
        if (result.answer() instanceof Answer.Failed) {
            return "let this host ask there, or name another resolver";
        }
        return because.map(this::remedy).orElseGet(() -> switch (list.list().access()) {
            case KEY -> "check the key, and that it is good for this zone";
            case IP_AUTHORISED -> "register the address from which the resolver asks";
            case OPEN -> "use a resolver of your own that is neither public nor forwarding, or a key";
        });
    }

    private String remedy(Because because) {
        return switch (because) {
            case PUBLIC_RESOLVER ->
                "it is a public or forwarding resolver; use one of your own that asks the list itself, or a key for the"
                        + " list";
            case TOO_MANY_QUERIES ->
                "it asks too much; take a longer interval, a resolver that nobody else uses, a key or a data feed";
            case NOT_REGISTERED -> "register the address from which the resolver asks with the operator of the list";
            case BAD_KEY -> "check the key, whether it has expired, and that it is good for this zone";
            case BAD_ZONE -> "check how the zone is written, and that it takes questions about " + kind.label();
        };
    }

    private Health listsEverything(PointResult result) {
        return health(
                Health.State.LISTS_EVERYTHING,
                Sign.NONE,
                AnswerWords.of(result.answer()),
                "answers " + AnswerWords.of(result.answer()) + " for " + result.point()
                        + ", which it must not list: it is closed or broken, or " + resolver
                        + " is answered so on purpose; drop the list if this lasts");
    }

    private Health answersEverybody(PointResult result) {
        return health(
                Health.State.LISTS_EVERYTHING,
                Sign.OUTSIDE,
                AnswerWords.of(result.answer()),
                "answers " + AnswerWords.of(result.answer()) + " for " + result.point()
                        + ": its domain is parked, or " + resolver
                        + " rewrites answers; try another resolver, drop the list if it says the same");
    }

    private Health parked(PointResult result) {
        return health(
                Health.State.LISTS_NOTHING,
                Sign.OUTSIDE,
                AnswerWords.of(result.answer()),
                "answers " + AnswerWords.of(result.answer()) + " for its test point " + result.point()
                        + ", outside 127.0.0.0/8: " + resolver
                        + " rewrites answers, or the list is not there any more");
    }

    private Health listsNothing(PointResult result) {
        return health(
                Health.State.LISTS_NOTHING,
                result.answer() instanceof Answer.NoData ? Sign.EMPTY : Sign.NONE,
                AnswerWords.of(result.answer()),
                "does not list its test point " + result.point() + " through " + resolver
                        + ": the zone is empty, closed or misspelt, or the resolver is refused without a word");
    }

    private Health unreachable(PointResult result) {
        boolean servfail = result.answer() instanceof Answer.Failed failed && failed.cause() == Answer.Cause.SERVFAIL;
        return health(
                Health.State.UNREACHABLE,
                servfail && onlyEntriesFail(result) ? Sign.EMPTY : Sign.NO_ANSWER,
                AnswerWords.of(result.answer()),
                "does not answer through " + resolver + " (" + AnswerWords.of(result.answer())
                        + "): check that the resolver runs and reaches the list");
    }

    private Health health(Health.State state, Sign sign, String answer, String predicate) {
        Symptom symptom = sign == Sign.NONE ? Symptom.NONE : Symptom.open(sign, answer);
        return new Health(state, list.id() + " " + predicate, symptom);
    }
}
