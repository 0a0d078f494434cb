package offlist.web;

import java.time.Instant;
import java.util.List;
import offlist.delist.Dossier;
import offlist.delist.RemovalPlan;
import offlist.delist.RemovalTask;
import offlist.delist.TaskState;
import offlist.delist.TaskStep;
import offlist.pool.PoolName;
import org.jspecify.annotations.Nullable;

/**
 * A removal task as programs see it.
 *
 * @param covers the range or network that the list means, null where it means the address alone
 * @param closedAs {@code delisted}, {@code expired}, {@code left_pool}, {@code withdrawn} or {@code refused}
 * @param proof id of the transition that showed that the listing is over, null where a person decided and it is not over
 * @param dueAt when the list should have let go, null when nobody can say or the list was not asked
 * @param askAgainAt from when on the list may be asked again, null when it never was, or says nothing about it
 * @param blockers why the list is not to be asked now
 * @param findings what was looked at, as of {@code lookedAt}
 * @param requests all that were ever made, the oldest first
 * @param times how often the target was listed
 * @param expires when the entry goes by itself at the earliest, null when nobody can say
 * @param actor who can ask the list: {@code operator}, {@code network-owner} or {@code nobody}
 */
public record TaskView(
        String id,
        String listing,
        String address,
        @Nullable String covers,
        String list,
        List<String> pools,
        String severity,
        String reason,
        String state,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable String closedAs,
        @Nullable String proof,
        @Nullable Instant expires,
        String actor,
        String typicalTime,
        String cooldown,
        List<Step> steps,
        List<String> warnings,
        @Nullable Instant dueAt,
        @Nullable Instant askAgainAt,
        List<Obstacle> blockers,
        @Nullable Instant lookedAt,
        List<Found> findings,
        List<Asked> requests,
        String cause,
        String fix,
        int times) {
    /** @param until when it is over by itself, null where somebody has to do something */
    public record Obstacle(String text, @Nullable Instant until) {}

    /** @param waived a person says that it does not matter here */
    public record Found(String check, String about, String result, String evidence, String remedy, boolean waived) {}

    public record Asked(Instant at, String by, String how, String reference, String note) {}

    /** @param link the page where it is done, null when there is none */
    public record Step(String kind, String text, @Nullable String link) {
        static Step of(TaskStep step) {
            return new Step(
                    step.kind().label(), step.text(), WebLink.of(step.link()).orElse(null));
        }
    }

    static TaskView of(RemovalTask task) {
        RemovalPlan plan = task.plan();
        TaskState.@Nullable Closed closed = task.state() instanceof TaskState.Closed over ? over : null;
        return new TaskView(
                task.id(),
                task.listing(),
                task.target().text(),
                task.covers().orElse(null),
                task.list().value(),
                task.pools().stream().map(PoolName::value).toList(),
                task.severity().label(),
                task.reason(),
                task.state().label(),
                task.openedAt(),
                task.updatedAt(),
                closed == null ? null : closed.at(),
                closed == null ? null : closed.as().label(),
                closed == null || closed.proof().isEmpty() ? null : closed.proof(),
                plan.expires().orElse(null),
                plan.actor().label(),
                plan.typicalTime(),
                plan.cooldown(),
                plan.steps().stream().map(Step::of).toList(),
                plan.warnings(),
                task.state().due().orElse(null),
                task.askAgainAt().orElse(null),
                blockers(task.state()),
                task.dossier().lookedAt().orElse(null),
                findings(task.dossier()),
                requests(task.dossier()),
                task.dossier().cause(),
                task.dossier().fix(),
                task.dossier().times());
    }

    private static List<Obstacle> blockers(TaskState state) {
        return state instanceof TaskState.Blocked blocked
                ? blocked.by().stream()
                        .map(by -> new Obstacle(by.text(), by.until().orElse(null)))
                        .toList()
                : List.of();
    }

    private static List<Found> findings(Dossier dossier) {
        return dossier.findings().stream()
                .map(finding -> new Found(
                        finding.check().label(),
                        finding.about(),
                        finding.result().label(),
                        finding.evidence(),
                        finding.remedy(),
                        dossier.waived(finding)))
                .toList();
    }

    private static List<Asked> requests(Dossier dossier) {
        return dossier.requests().stream()
                .map(request -> new Asked(
                        request.at(), request.by(), request.how().label(), request.reference(), request.note()))
                .toList();
    }
}
