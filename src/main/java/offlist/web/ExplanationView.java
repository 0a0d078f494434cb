package offlist.web;

import java.util.List;
import java.util.Optional;
import offlist.probe.Explanation;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.track.Outlook;
import offlist.track.ResolverStatus;
import org.jspecify.annotations.Nullable;

/**
 * Why a check ends as it does. What belongs to the asking is null, and {@code steps} empty, when nothing was asked.
 *
 * @param file where the list is described
 * @param verdict {@code listed} or {@code not_listed}; null when the list gave no answer that tells
 * @param outcome the verdict, or {@code refused} or {@code failed}
 * @param health of the list by the path of the question, at that moment
 * @param resolverHealth as the daemon knows it from all lists
 * @param before what is remembered; null for an address in no pool
 * @param after what this answer leads to
 * @param recent the last observations that were not plainly clean, newest first
 */
public record ExplanationView(
        String address,
        String list,
        String file,
        @Nullable String resolver,
        List<Step> steps,
        @Nullable String verdict,
        @Nullable String outcome,
        @Nullable Health health,
        @Nullable Health resolverHealth,
        @Nullable MemoryView before,
        @Nullable After after,
        List<CheckView> recent) {
    public record Step(String what, String says) {}

    /** @param cause in words, with the remedy; empty when all is well */
    public record Health(String state, String cause) {
        static Health of(ResolverStatus status) {
            return new Health(status.state().label(), status.cause());
        }
    }

    /** @param words one sentence */
    public record After(String what, String words) {}

    /** What is remembered, without asking. */
    static ExplanationView of(Pair pair, String file, @Nullable MemoryView before, List<Observation> recent) {
        return new ExplanationView(
                pair.target().text(),
                pair.list().value(),
                file,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                before,
                null,
                recent.stream().map(CheckView::of).toList());
    }

    /** The same with what was asked and what it leads to. */
    ExplanationView with(Explanation explanation, Optional<ResolverStatus> asked, Outlook outlook) {
        return new ExplanationView(
                address,
                list,
                file,
                explanation.resolver().value(),
                explanation.steps().stream()
                        .map(step -> new Step(step.what(), step.says()))
                        .toList(),
                explanation.verdict().definite() ? explanation.verdict().label() : null,
                explanation.verdict().label(),
                new Health(
                        explanation.health().state().label(),
                        explanation.health().cause()),
                asked.map(Health::of).orElse(null),
                before,
                new After(outlook.what().label(), outlook.words()),
                recent);
    }
}
