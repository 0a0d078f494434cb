package offlist.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.pool.Pool;
import offlist.pool.PoolChange;
import offlist.pool.PoolMember;
import offlist.pool.PoolPassage;
import offlist.pool.Target;
import offlist.track.Ids;
import offlist.track.PoolMembershipChanged;

/**
 * Goes from the pool that the journal holds to the one that the sources yield, in steps of which each is recorded before the
 * next is taken: a million addresses that join at once neither fill the memory nor keep the checks waiting. A newer pool takes
 * the place of what is still to come.
 */
final class Membership {
    /** Some ten milliseconds for the store, in which no answer is heard. */
    static final int STEP = 500;

    private final Ids ids;
    private Pool recorded;
    private Optional<Pool> wanted = Optional.empty();
    private Optional<PoolPassage> passage = Optional.empty();
    /** Whether everybody who is recorded and wanted is asked about. */
    private boolean entered;

    Membership(Pool recorded, Ids ids) {
        this.recorded = recorded;
        this.ids = ids;
    }

    /**
     * A part of the way.
     *
     * @param reached the pool with these changes
     * @param stays who was there before and is not asked about yet, made one by one
     */
    record Step(List<PoolChange> changes, Pool reached, Iterable<Target> stays) {
        Stream<Target> left() {
            return changes.stream().filter(PoolChange.Left.class::isInstance).map(PoolChange::target);
        }

        List<Target> joined() {
            return changes.stream()
                    .filter(PoolChange.Joined.class::isInstance)
                    .map(PoolChange::target)
                    .toList();
        }
    }

    void want(Pool next) {
        wanted = Optional.of(next);
    }

    /** The next part, if any; {@link #recorded} has to be told when the journal holds it, before the next is asked for. */
    Optional<Step> next() {
        Iterable<Target> stays = List.of();
        if (wanted.isPresent()) {
            Pool to = wanted.get();
            wanted = Optional.empty();
            passage = Optional.of(new PoolPassage(recorded, to));
            stays = entered ? stays : staying(recorded, to);
            entered = false;
        }
        Iterable<Target> enter = stays;
        return passage.map(way -> new Step(way.next(STEP), way.reached(), enter));
    }

    private static Iterable<Target> staying(Pool from, Pool to) {
        return () -> from.targets().stream().filter(to::contains).iterator();
    }

    void recorded(Step step) {
        recorded = step.reached();
        if (passage.filter(PoolPassage::over).isPresent()) {
            passage = Optional.empty();
            entered = true;
        }
    }

    /** Whether the pool is the one that is wanted. */
    boolean settled() {
        return wanted.isEmpty() && passage.isEmpty();
    }

    List<PoolMembershipChanged> events(Step step, Instant now) {
        return step.changes().stream().map(change -> event(change, now)).toList();
    }

    private PoolMembershipChanged event(PoolChange change, Instant now) {
        PoolMember member = switch (change) {
            case PoolChange.Joined joined -> joined.member();
            case PoolChange.Moved moved -> moved.member();
            case PoolChange.Left left -> left.member();
        };
        boolean joined = !(change instanceof PoolChange.Left);
        return new PoolMembershipChanged(ids.next(now), now, member.target(), member.pools(), joined);
    }
}
