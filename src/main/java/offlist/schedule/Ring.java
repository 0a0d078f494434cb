package offlist.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.pool.Target;
import org.jspecify.annotations.Nullable;

/**
 * The targets of one kind, each in a slot of its own. A target keeps its slot as long as it stays, so that the position
 * of a rotor tells when each was last asked; the slot of one that left is free for the next that comes.
 */
public final class Ring {
    private final List<@Nullable Target> slots = new ArrayList<>();
    private final Map<Target, Integer> slotOf = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();

    /** Returns whether the target is new. */
    public boolean add(Target target) {
        if (slotOf.containsKey(target)) {
            return false;
        }
        if (free.isEmpty()) {
            slotOf.put(target, slots.size());
            slots.add(target);
        } else {
            int slot = free.pop();
            slotOf.put(target, slot);
            slots.set(slot, target);
        }
        return true;
    }

    public void remove(Target target) {
        Integer slot = slotOf.remove(target);
        if (slot != null) {
            slots.set(slot, null);
            free.push(slot);
        }
    }

    public boolean contains(Target target) {
        return slotOf.containsKey(target);
    }

    /** How many targets there are. */
    public int size() {
        return slotOf.size();
    }

    public Iterable<Target> targets() {
        return Collections.unmodifiableSet(slotOf.keySet());
    }

    /** How many slots there are, free ones included. */
    int slots() {
        return slots.size();
    }

    Optional<Target> at(int slot) {
        return Optional.ofNullable(slots.get(slot));
    }

    Optional<Integer> slotOf(Target target) {
        return Optional.ofNullable(slotOf.get(target));
    }
}
