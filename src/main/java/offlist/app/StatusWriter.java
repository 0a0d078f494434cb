package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.pool.Target;
import offlist.probe.Pair;
import offlist.schedule.Budget;
import offlist.schedule.Lane;
import offlist.schedule.LaneId;
import offlist.schedule.Plan;
import offlist.schedule.PollLoop;
import offlist.track.ListHealth;
import offlist.track.ListStatus;
import offlist.track.Listing;
import offlist.track.PairStatus;
import offlist.track.Status;

/** Reads the monitor's state into records that other threads may keep. Runs on the monitor's thread. */
final class StatusWriter {
    private final Monitor monitor;

    StatusWriter(Monitor monitor) {
        this.monitor = monitor;
    }

    Status status(Instant now) {
        List<ListStatus> lists = new ArrayList<>();
        monitor.plans().forEach((id, plan) -> lists.add(list(id, plan, now)));
        return new Status(
                now,
                monitor.tracker().pool(),
                monitor.tracker().open(),
                lists,
                monitor.health().resolvers().stream()
                        .map(monitor.health()::resolver)
                        .toList(),
                monitor.tracker().scores(),
                monitor.harmless());
    }

    private ListStatus list(ListId id, Plan plan, Instant now) {
        List<Lane> lanes =
                monitor.loop().lanes(id).filter(lane -> lane.targets() > 0).toList();
        ListHealth health = monitor.health().health(id);
        return new ListStatus(
                id,
                health.health(),
                health.since(),
                plan.wanted(),
                plan.planned(),
                lanes.stream().flatMap(lane -> lane.achieved().stream()).max(Comparator.naturalOrder()),
                plan.stretch(),
                lanes.stream().mapToInt(Lane::pending).sum(),
                lanes.stream().mapToLong(Lane::unknown).sum(),
                oldest(lanes, now),
                lanes.stream().mapToLong(Lane::asked).sum(),
                daily(id, plan, now));
    }

    private ListStatus.Daily daily(ListId id, Plan plan, Instant now) {
        Budget budget = monitor.loop().budget(id);
        return new ListStatus.Daily(
                plan.load().wanted(), plan.load().planned(), budget.limit(), budget.used(Budget.nanos(now)));
    }

    private static Optional<Duration> oldest(List<Lane> lanes, Instant now) {
        List<Optional<Instant>> answers = lanes.stream().map(Lane::oldestAnswer).toList();
        return answers.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : answers.stream()
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .map(at -> Duration.between(at, now));
    }

    List<PairStatus> pairs(Target target) {
        return monitor.loop().lanesOf(target).map(lane -> pair(target, lane)).toList();
    }

    private PairStatus pair(Target target, Lane lane) {
        LaneId id = new LaneId(lane.id().list(), PollLoop.kindOf(target));
        Pair pair = new Pair(target, id.list());
        Optional<Listing> listing = monitor.tracker().open(pair);
        Optional<Instant> answered = lane.lastAnswer(target);
        String verdict = listing.isPresent()
                ? "listed"
                : lane.frozen() || lane.unanswered(target).isPresent()
                        ? "unknown"
                        : answered.isPresent() ? "not_listed" : "unchecked";
        return new PairStatus(
                pair,
                verdict,
                listing.map(Listing::openedAt)
                        .or(() -> verdict.equals("unknown") ? unknownSince(lane, target) : Optional.empty()),
                answered,
                listing,
                monitor.recent().of(pair),
                monitor.tracker().score(pair));
    }

    /** From the first check without an answer; a frozen list asks nothing and is unknown since its health is what it is. */
    private Optional<Instant> unknownSince(Lane lane, Target target) {
        Optional<Instant> unanswered = lane.unanswered(target).map(Lane.Unanswered::since);
        return unanswered.isPresent()
                ? unanswered
                : Optional.of(monitor.health().health(lane.id().list()).since());
    }
}
