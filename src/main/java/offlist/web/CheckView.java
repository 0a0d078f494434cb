package offlist.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import offlist.probe.Observation;
import offlist.probe.Verdict;
import offlist.track.PairStatus;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a check that was asked for.
 *
 * @param verdict {@code listed} or {@code not_listed}; null when the list gave no answer that tells
 * @param outcome the verdict, or {@code refused} or {@code failed}
 * @param cause why it failed
 * @param score the number that the list gave, null when it gave none
 * @param lastAnswerAt of an answer that tells nothing: when there last was one that does, in the daemon's own turns
 * @param lastAnswer and what that one said
 * @param answer what the list answered, in words
 */
public record CheckView(
        String address,
        String list,
        @Nullable String verdict,
        String outcome,
        @Nullable String cause,
        List<CodeView> codes,
        @Nullable Integer score,
        String text,
        String answer,
        String resolver,
        Instant askedAt,
        double tookSeconds,
        @Nullable Instant lastAnswerAt,
        @Nullable String lastAnswer) {
    static CheckView of(Observation seen) {
        return of(seen, Optional.empty());
    }

    /** @param known what is remembered of the pair; it matters when nobody can tell now */
    static CheckView of(Observation seen, Optional<PairStatus> known) {
        Verdict verdict = seen.verdict();
        return new CheckView(
                seen.pair().target().text(),
                seen.pair().list().value(),
                verdict.definite() ? verdict.label() : null,
                verdict.label(),
                verdict instanceof Verdict.Failed failed ? failed.cause().label() : null,
                codes(verdict),
                verdict.score().isPresent() ? verdict.score().getAsInt() : null,
                verdict instanceof Verdict.Listed listed ? listed.text() : "",
                seen.raw(),
                seen.resolver().value(),
                seen.asked().truncatedTo(ChronoUnit.MILLIS),
                seen.took().toNanos() / 1_000 / 1_000_000.0,
                known.flatMap(PairStatus::lastAnswerAt).map(PairView::millis).orElse(null),
                known.map(PairView::lastAnswer).orElse(null));
    }

    private static List<CodeView> codes(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Listed listed ->
                listed.hits().stream().map(CheckView::code).toList();
            case Verdict.Refused refused -> List.of(code(refused.hit()));
            case Verdict.Scored scored ->
                scored.hits().stream().map(CheckView::code).toList();
            case Verdict.NotListed clean -> List.of();
            case Verdict.Failed failed -> List.of();
        };
    }

    private static CodeView code(Verdict.Hit hit) {
        return new CodeView(
                hit.answer(),
                hit.code().reason(),
                hit.code().meaning(),
                hit.code().sublist().orElse(null));
    }
}
