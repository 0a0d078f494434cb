package offlist.schedule;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import offlist.catalogue.Kind;
import offlist.pool.Target;

/**
 * The targets of one kind, each in a slot of its own. A target keeps its slot as long as it stays, so that the position
 * of a rotor tells when each was last asked; the slot of one that left is free for the next that comes.
 *
 * <p>Addresses are kept as bare numbers, and objects made of them when somebody asks for one: a million of them take some
 * twelve bytes each.
 */
public abstract sealed class Ring permits V4Ring, V6Ring, NameRing {
    private static final int FEWEST = 16;

    private final BitSet taken = new BitSet();
    /** Open addressing: a slot plus one, or 0 where nothing is; at least half of it is empty. */
    private int[] index = new int[2 * FEWEST];

    private int[] free = new int[0];
    private int freeSlots;
    private int slots;
    private int size;

    /** An empty ring for targets of a kind. */
    static Ring of(Kind kind) {
        return switch (kind) {
            case IPV4 -> new V4Ring();
            case IPV6 -> new V6Ring();
            case DOMAIN -> new NameRing();
        };
    }

    /** Returns whether the target is new. */
    public final boolean add(Target target) {
        int place = place(target);
        if (index[place] != 0) {
            return false;
        }
        int slot = freeSlots > 0 ? free[--freeSlots] : fresh();
        put(slot, target);
        taken.set(slot);
        index[place] = slot + 1;
        size++;
        if (2 * size > index.length) {
            rehash();
        }
        return true;
    }

    private int fresh() {
        if (slots == room()) {
            room(Math.max(FEWEST, slots + slots / 2));
        }
        return slots++;
    }

    public final void remove(Target target) {
        int place = place(target);
        int slot = index[place] - 1;
        if (slot < 0) {
            return;
        }
        close(place);
        taken.clear(slot);
        clear(slot);
        size--;
        if (freeSlots == free.length) {
            free = Arrays.copyOf(free, Math.max(FEWEST, 2 * freeSlots));
        }
        free[freeSlots++] = slot;
    }

    public final boolean contains(Target target) {
        return slot(target) >= 0;
    }

    /** How many targets there are. */
    public final int size() {
        return size;
    }

    /** Made one by one while somebody walks over them; the ring must not change meanwhile. */
    public final Iterable<Target> targets() {
        return () -> taken.stream().mapToObj(this::make).iterator();
    }

    /** How many slots there are, free ones included. */
    final int slots() {
        return slots;
    }

    /** Whether there is a target in the slot. */
    final boolean taken(int slot) {
        return taken.get(slot);
    }

    /** The slot of a target, -1 when it is not here. */
    final int slot(Target target) {
        return index[place(target)] - 1;
    }

    final Optional<Target> at(int slot) {
        return taken.get(slot) ? Optional.of(make(slot)) : Optional.empty();
    }

    final Optional<Integer> slotOf(Target target) {
        int slot = slot(target);
        return slot < 0 ? Optional.empty() : Optional.of(slot);
    }

    /** The upper half of the address in a slot, as {@link offlist.pool.IpAddress#high()}; a name has none. */
    abstract long high(int slot);

    /** The lower half of the address in a slot, as {@link offlist.pool.IpAddress#low()}; a name has none. */
    abstract long low(int slot);

    /** How many slots there is memory for. */
    abstract int room();

    abstract void room(int slots);

    abstract void put(int slot, Target target);

    abstract void clear(int slot);

    abstract Target make(int slot);

    /** Whether the target is the one in the slot, which is taken; one of another kind is in none. */
    abstract boolean holds(int slot, Target target);

    abstract int hash(int slot);

    abstract int hash(Target target);

    /** Where in the index the target stands, or would stand. */
    private int place(Target target) {
        int place = home(hash(target));
        while (index[place] != 0 && !holds(index[place] - 1, target)) {
            place = place + 1 & index.length - 1;
        }
        return place;
    }

    /** Fibonacci hashing: neighbours in a network come to lie far apart. */
    private int home(int hash) {
        return hash * 0x9E3779B9 >>> 32 - Integer.numberOfTrailingZeros(index.length);
    }

    /** Moves up what stands behind, so that nothing is looked for in vain at the gap. */
    private void close(int place) {
        int gap = place;
        int mask = index.length - 1;
        for (int next = gap + 1 & mask; index[next] != 0; next = next + 1 & mask) {
            int home = home(hash(index[next] - 1));
            if ((next - home & mask) >= (next - gap & mask)) {
                index[gap] = index[next];
                gap = next;
            }
        }
        index[gap] = 0;
    }

    private void rehash() {
        index = new int[2 * index.length];
        for (int slot = taken.nextSetBit(0); slot >= 0; slot = taken.nextSetBit(slot + 1)) {
            int place = home(hash(slot));
            while (index[place] != 0) {
                place = place + 1 & index.length - 1;
            }
            index[place] = slot + 1;
        }
    }
}
