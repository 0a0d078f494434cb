package offlist.web;

import java.util.List;
import offlist.probe.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * Why a check ends as it does.
 *
 * @param verdict {@code listed} or {@code not_listed}; null when the list gave no answer that tells
 * @param outcome the verdict, or {@code refused} or {@code failed}
 * @param before what was known before: {@code listed}, {@code not_listed}, {@code unknown}, {@code unchecked}; null for an
 *     address in no pool
 */
public record ExplanationView(
        String address,
        String list,
        String resolver,
        List<Step> steps,
        @Nullable String verdict,
        String outcome,
        String health,
        String healthCause,
        @Nullable String before) {
    public record Step(String what, String says) {}

    static ExplanationView of(Explanation explanation, @Nullable String before) {
        return new ExplanationView(
                explanation.pair().target().text(),
                explanation.pair().list().value(),
                explanation.resolver().value(),
                explanation.steps().stream()
                        .map(step -> new Step(step.what(), step.says()))
                        .toList(),
                explanation.verdict().definite() ? explanation.verdict().label() : null,
                explanation.verdict().label(),
                explanation.health().state().label(),
                explanation.health().cause(),
                before);
    }
}
