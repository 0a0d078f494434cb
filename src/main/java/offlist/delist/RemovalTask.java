package offlist.delist;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.track.Listing;

/**
 * The work of coming off a list: one task for each target on each list, and one for all targets of a range. It is opened again
 * when the target is listed again.
 *
 * @param id follows from the id of the first listing
 * @param listing the last one
 * @param target of the last listing
 * @param covers the range or network that the list means, where that is more than the target
 * @param pools as they were when the task was last touched
 * @param openedAt when the listing that it is about now was opened
 */
public record RemovalTask(
        String id,
        String listing,
        Target target,
        Optional<String> covers,
        ListId list,
        SortedSet<PoolName> pools,
        Severity severity,
        String reason,
        TaskState state,
        Instant openedAt,
        Instant updatedAt,
        RemovalPlan plan,
        Dossier dossier) {

    private static final Duration UNCLEAR = Duration.ofMinutes(5);
    private static final Duration STANDING = Duration.ofMinutes(15);
    private static final Duration GOOD = Duration.ofHours(6);

    /** The id of the task that begins with a listing. */
    public static String idFor(String listing) {
        return "task-" + listing;
    }

    /** What the task is about, the same for all listings of a range and for a later listing of the same target. */
    static String subject(Listing listing) {
        return listing.covers().isPresent()
                ? listing.incident()
                : listing.target().text();
    }

    static RemovalTask open(Listing listing, RemovalPlan plan, Instant now) {
        return of(
                idFor(listing.id()),
                listing,
                new TaskState.Open(),
                listing.openedAt(),
                now,
                plan,
                Dossier.of(listing.text(), listing.codes()));
    }

    private static RemovalTask of(
            String id,
            Listing listing,
            TaskState state,
            Instant openedAt,
            Instant now,
            RemovalPlan plan,
            Dossier dossier) {
        return new RemovalTask(
                id,
                listing.id(),
                listing.target(),
                listing.covers(),
                listing.list(),
                listing.pools(),
                listing.severity(),
                listing.reason(),
                state,
                openedAt,
                now,
                plan,
                dossier);
    }

    /** The list says something else of the target, or of one more target of the range. */
    RemovalTask updated(Listing later, RemovalPlan newPlan, Instant now) {
        return of(id, later, state, openedAt, now, newPlan, dossier.listed(later.text(), later.codes()));
    }

    /** The target is listed again. */
    RemovalTask again(Listing later, RemovalPlan newPlan, Instant now) {
        return of(
                id,
                later,
                new TaskState.Open(),
                later.openedAt(),
                now,
                newPlan,
                dossier.again(later.text(), later.codes()));
    }

    /** The target came back to its pool, or its list to those that are asked, while the list was at work on the request. */
    RemovalTask resumed(Listing later, RemovalPlan newPlan, Instant due, Instant now) {
        TaskState asked = new TaskState.Requested(Optional.of(due));
        return of(id, later, asked, openedAt, now, newPlan, dossier.listed(later.text(), later.codes()));
    }

    /** The same task, told of another of its targets. */
    RemovalTask about(String otherListing, Target other) {
        return new RemovalTask(
                id,
                otherListing,
                other,
                covers,
                list,
                pools,
                severity,
                reason,
                state,
                openedAt,
                updatedAt,
                plan,
                dossier);
    }

    RemovalTask in(TaskState newState, Instant now) {
        return copy(newState, now, dossier);
    }

    RemovalTask with(Dossier newDossier, Instant now) {
        return copy(state, now, newDossier);
    }

    RemovalTask touched(Instant now) {
        return copy(state, now, dossier);
    }

    private RemovalTask copy(TaskState newState, Instant now, Dossier newDossier) {
        return new RemovalTask(
                id, listing, target, covers, list, pools, severity, reason, newState, openedAt, now, plan, newDossier);
    }

    /** When somebody has to look whether the list would let go; empty when nobody has to. */
    Optional<Instant> lookAt() {
        Optional<Instant> looked = dossier.lookedAt();
        return switch (state) {
            case TaskState.Open open -> Optional.of(updatedAt);
            case TaskState.Preparing preparing ->
                // Whatever was done since the last look is a reason for another one.
                Optional.of(looked.filter(at -> !at.isBefore(updatedAt))
                        .map(at -> at.plus(UNCLEAR))
                        .orElse(updatedAt));
            case TaskState.Blocked blocked ->
                Stream.concat(
                                Stream.of(looked.map(at -> at.plus(STANDING)).orElse(updatedAt)),
                                blocked.by().stream().flatMap(by -> by.until().stream()))
                        .min(Instant::compareTo);
            case TaskState.Ready ready -> looked.map(at -> at.plus(GOOD));
            case TaskState.Requested r -> Optional.empty();
            case TaskState.Waiting w -> Optional.empty();
            case TaskState.Overdue o -> Optional.empty();
            case TaskState.Closed c -> Optional.empty();
        };
    }

    /** Whether an end now is the entry's own: it was to go with time, and nobody asked for it. */
    boolean goneByItself() {
        boolean expected = plan.actor() == Actor.NOBODY || plan.expires().isPresent();
        return expected && !asked();
    }

    /** Whether nothing that others were told is different. */
    boolean saysTheSameAs(RemovalTask other) {
        return pools.equals(other.pools)
                && severity == other.severity
                && reason.equals(other.reason)
                && state.equals(other.state)
                && plan.equals(other.plan);
    }

    /** When the list should have answered the request of this listing; empty when there was none. */
    Optional<Instant> answerDue() {
        return asked() ? dossier.lastRequest().map(last -> plan.due(last.at())) : Optional.empty();
    }

    /** Whether the list was asked since the target was listed. */
    boolean asked() {
        return dossier.askedSince(openedAt);
    }

    /** From when on the list may be asked again; empty when it never was, or says nothing about it. */
    public Optional<Instant> askAgainAt() {
        return plan.terms()
                .pause()
                .flatMap(pause -> dossier.lastRequest().map(last -> last.at().plus(pause)));
    }
}
