package offlist.schedule;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import offlist.pool.Target;

/**
 * What is asked more often than its turn comes: targets about which something is held, who have just joined or were just
 * refused somewhere. They are asked in a circle of their own, each at the sooner interval as long as the share of the
 * pace that is left to them allows, so that however many they are the turns go on as planned.
 *
 * <p>Not for several threads; times in nanoseconds since the epoch.
 */
final class Sooner {
    private static final long FOR_EVER = Long.MAX_VALUE;
    private static final double NANOS = 1e9;

    /** In the order in which they are due: all have the same interval, and who was asked goes to the end. */
    private final SequencedMap<Target, Entry> circle = new LinkedHashMap<>();

    private long interval = FOR_EVER;
    private double perSecond;
    private long paced = Nanos.NEVER;

    private record Entry(long asked, long until) {}

    /**
     * @param interval between two questions about one target
     * @param perSecond the most questions a second for all of them; infinite where nothing bounds them, 0 for none
     */
    void plan(long interval, double perSecond) {
        this.interval = interval;
        this.perSecond = perSecond;
    }

    private boolean none() {
        return circle.isEmpty() || perSecond <= 0 || interval == FOR_EVER;
    }

    /** From now on, as long as something is held about the target; it has just been asked. */
    void hold(Target target, long now) {
        keep(target, FOR_EVER, now);
    }

    /** From now on, for a while. */
    void keep(Target target, long until, long now) {
        if (perSecond > 0 || until == FOR_EVER) {
            put(target, until, now);
        }
    }

    /** At once and once, as far as the pace allows within one interval; whoever is in the circle anyway keeps its place. */
    void once(Target target, long now) {
        if (perSecond > 0 && interval != FOR_EVER && !circle.containsKey(target)) {
            circle.putFirst(target, new Entry(now - interval, now + interval));
        }
    }

    private void put(Target target, long until, long now) {
        Entry known = circle.get(target);
        if (known == null) {
            circle.put(target, new Entry(now, until));
        } else if (known.until < until) {
            circle.replace(target, new Entry(known.asked, until));
        }
    }

    /** Nothing is held about the target any more; what was kept for a while stays until then. */
    void release(Target target) {
        Entry known = circle.get(target);
        if (known != null && known.until == FOR_EVER) {
            circle.remove(target);
        }
    }

    void forget(Target target) {
        circle.remove(target);
    }

    int size() {
        return circle.size();
    }

    /** When the next may be asked; {@link Long#MAX_VALUE} when there is none. */
    long due(long now) {
        if (none()) {
            return Long.MAX_VALUE;
        }
        long asked = circle.values().iterator().next().asked;
        return Math.max(wellSet(asked + interval, interval, now), wellSet(paced, gap(), now));
    }

    /** A clock that was set back must not stop it until it has caught up. */
    private static long wellSet(long due, long most, long now) {
        return due > now + most ? now : due;
    }

    /** The next target when its time has come; those whose time is over leave on the way. */
    Optional<Target> next(long now) {
        while (!none() && due(now) <= now) {
            Iterator<Map.Entry<Target, Entry>> first = circle.entrySet().iterator();
            Map.Entry<Target, Entry> next = first.next();
            Target target = next.getKey();
            long until = next.getValue().until;
            first.remove();
            if (until > now) {
                circle.put(target, new Entry(now, until));
                paced = now + gap();
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    private long gap() {
        double nanos = NANOS / perSecond;
        return nanos > TimeUnit.DAYS.toNanos(1) ? TimeUnit.DAYS.toNanos(1) : (long) nanos;
    }
}
