package offlist.dns;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The questions of the hot path that are under way, in tables of fixed size: no object for a question. An id stands for one
 * question at most, through whatever socket it left.
 *
 * <p>Always true: an entry is free, or in the list of its route in the order of asking.
 */
final class InFlight {
    static final int NONE = -1;
    private static final int STRIDE = 320;

    private final int capacity;
    private final ByteBuffer bytes;
    private final ByteBuffer sending;
    private final int[] byId = new int[1 << 16];
    private final int[] free;
    private int frees;

    final int[] id;
    final int[] slot;
    final int[] length;
    final int[] older;
    final int[] younger;
    final long[] high;
    final long[] low;
    final long[] sent;
    final boolean[] overdue;
    final boolean[] mixed;
    final @Nullable HotRoute[] route;
    final @Nullable HotSocket[] socket;

    InFlight(int capacity) {
        this.capacity = capacity;
        this.bytes = ByteBuffer.allocateDirect(capacity * STRIDE);
        this.sending = bytes.duplicate();
        this.free = new int[capacity];
        for (int i = 0; i < capacity; i++) {
            free[i] = capacity - 1 - i;
        }
        this.frees = capacity;
        Arrays.fill(byId, NONE);
        this.id = new int[capacity];
        this.slot = new int[capacity];
        this.length = new int[capacity];
        this.older = new int[capacity];
        this.younger = new int[capacity];
        this.high = new long[capacity];
        this.low = new long[capacity];
        this.sent = new long[capacity];
        this.overdue = new boolean[capacity];
        this.mixed = new boolean[capacity];
        this.route = new HotRoute[capacity];
        this.socket = new HotSocket[capacity];
    }

    /** How many more there is room for. */
    int left() {
        return frees;
    }

    int size() {
        return capacity - frees;
    }

    boolean uses(int id) {
        return byId[id] != NONE;
    }

    /** The entry of the question with this id, {@link #NONE} without one. */
    int withId(int id) {
        return byId[id];
    }

    /** The next free entry, which stays free until {@link #put}. */
    int next() {
        return free[frees - 1];
    }

    /** Where the question of an entry is written. */
    ByteBuffer bytes() {
        return bytes;
    }

    static int begin(int entry) {
        return entry * STRIDE;
    }

    /** The question of an entry, to be sent. */
    ByteBuffer question(int entry) {
        int begin = begin(entry);
        return sending.limit(begin + length[entry]).position(begin);
    }

    /** Writes down what a free entry is about. */
    void describe(int entry, int length, int slot, long high, long low, long sent, boolean mixed) {
        this.mixed[entry] = mixed;
        this.length[entry] = length;
        this.slot[entry] = slot;
        this.high[entry] = high;
        this.low[entry] = low;
        this.sent[entry] = sent;
    }

    HotRoute routeOf(int entry) {
        return java.util.Objects.requireNonNull(route[entry]);
    }

    HotSocket socketOf(int entry) {
        return java.util.Objects.requireNonNull(socket[entry]);
    }

    /** The entry, the oldest in time of its route, is overdue. */
    void overdue(int entry, HotRoute of) {
        overdue[entry] = true;
        of.oldestInTime = younger[entry];
    }

    /** Takes the entry of {@link #next} into use, as the youngest of its route. */
    void put(int entry, int id, HotRoute route, HotSocket socket) {
        frees--;
        byId[id] = entry;
        this.id[entry] = id;
        this.route[entry] = route;
        this.socket[entry] = socket;
        overdue[entry] = false;
        older[entry] = route.youngest;
        younger[entry] = NONE;
        if (route.youngest == NONE) {
            route.oldest = entry;
        } else {
            younger[route.youngest] = entry;
        }
        route.youngest = entry;
        route.oldestInTime = route.oldestInTime == NONE ? entry : route.oldestInTime;
    }

    void remove(int entry) {
        HotRoute of = routeOf(entry);
        byId[id[entry]] = NONE;
        free[frees++] = entry;
        int before = older[entry];
        int after = younger[entry];
        if (before == NONE) {
            of.oldest = after;
        } else {
            younger[before] = after;
        }
        if (after == NONE) {
            of.youngest = before;
        } else {
            older[after] = before;
        }
        of.oldestInTime = of.oldestInTime == entry ? after : of.oldestInTime;
        route[entry] = null;
        socket[entry] = null;
    }

    /** RFC 5452 section 9.1: whether a packet repeats the question of an entry, byte for byte. */
    boolean repeats(int entry, ByteBuffer packet, int packetLength) {
        int ours = begin(entry);
        int end = length[entry];
        if (packetLength < end) {
            return false;
        }
        int at = QuestionTemplate.HEADER;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            if (packet.getLong(at) != bytes.getLong(ours + at)) {
                return false;
            }
        }
        for (; at < end; at++) {
            if (packet.get(at) != bytes.get(ours + at)) {
                return false;
            }
        }
        return true;
    }

    /** The same, whatever the case of the letters. */
    boolean repeatsInOtherCase(int entry, ByteBuffer packet, int packetLength) {
        int ours = begin(entry);
        if (packetLength < length[entry]) {
            return false;
        }
        for (int at = QuestionTemplate.HEADER; at < length[entry]; at++) {
            if (lower(packet.get(at)) != lower(bytes.get(ours + at))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }
}
