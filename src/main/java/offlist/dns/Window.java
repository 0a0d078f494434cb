package offlist.dns;

/**
 * How many questions may be without an answer at a time. It grows while answers come promptly, shrinks while they come
 * slowly, and halves when one does not come, much as TCP does it (RFC 5681 section 3.1, RFC 6298 section 2). Before the
 * first answer, when nothing is known of the way, questions leave at a fixed pace instead, and what is under way when it
 * comes is the first window.
 *
 * <p>A question counts until it is answered or overdue, whichever is first: what is overdue waits for somebody else, and
 * the way to the server is free again. An answer that comes after all takes back what its absence did.
 *
 * <p>One thread; times in nanoseconds of one clock.
 */
final class Window {
    /** What any server's socket buffer takes at once. */
    private static final int FIRST_BURST = 16;
    /** About 140,000 a second. */
    private static final long FIRST_PACE = 7_000;
    /** After so long without a question nothing is known of the way any more (RFC 5681 section 4.1). */
    private static final long IDLE = 1_000_000_000L;
    /** So many any server's socket buffer holds: with the usual 208 KiB the losses begin at about 270. */
    private static final int SAFE = 100;
    /** However slow the answers come, a few more than one may be under way. */
    private static final int SLOWEST = 8;
    /** A wait in the server's queue that is no sign of too much. */
    private static final long PROMPT = 500_000;
    /** The noise of two busy machines. */
    private static final long NOISE = 25_000_000;

    private static final long SLOW = 100_000_000;
    private static final long FORGET = 10_000_000_000L;

    private final int largest;
    private final int used;
    private double size;
    private final boolean pacing;
    private boolean paced;
    private boolean doubling = true;
    private int pending;
    private long firstSent = Long.MIN_VALUE;
    private long lastSent = Long.MIN_VALUE;
    private long shrunk = Long.MIN_VALUE;
    private double before;
    private final Shortest way = new Shortest();
    private final Shortest usual = new Shortest();
    private double smoothed = -1;
    private double varies;

    /** @param used so much of it counts as used although less may be under way */
    private Window(int first, int largest, int used, boolean paced) {
        this.used = used;
        this.size = Math.min(first, largest);
        this.largest = largest;
        this.pacing = paced;
        this.paced = paced;
        this.before = size;
    }

    /** Of a server of which nothing is known. */
    static Window paced(int largest) {
        return new Window(FIRST_BURST, largest, SAFE, true);
    }

    /** Of one list behind a server: the server's has the say as long as the list does well. */
    static Window open(int largest) {
        return new Window(largest, largest, 1, false);
    }

    int room(long now) {
        long most = paced ? Math.min(largest, Math.max((long) size, FIRST_BURST + pace(now))) : (long) size;
        return (int) Math.max(0, most - pending);
    }

    private long pace(long now) {
        return firstSent == Long.MIN_VALUE ? 0 : (now - firstSent) / FIRST_PACE;
    }

    /** The most questions without an answer. */
    int size() {
        return (int) size;
    }

    int pending() {
        return pending;
    }

    void sent(long now) {
        if (firstSent == Long.MIN_VALUE || pending == 0 && now - lastSent > IDLE) {
            firstSent = now;
            paced = pacing;
        }
        lastSent = now;
        pending++;
    }

    /** An answer came that was not overdue. */
    void answered(long sent, long now) {
        if (paced) {
            paced = false;
            size = Math.max(size, pending);
        }
        pending--;
        learn(now - sent, now);
        adapt(now - sent);
    }

    /** An answer came that had been given up as overdue. */
    void answeredLate(long sent, long now) {
        learn(now - sent, now);
        size = Math.max(size, before);
    }

    private void learn(long took, long now) {
        way.take(took, now);
        if (smoothed < 0) {
            smoothed = took;
            varies = took / 2.0;
        } else {
            varies += (Math.abs(took - smoothed) - varies) / 4;
            smoothed += (took - smoothed) / 8;
        }
        usual.take((long) smoothed, now);
    }

    private void adapt(long took) {
        long base = way.get();
        if (smoothed > 3.0 * usual.get() + SLOW) {
            size = Math.max(Math.min(size, SLOWEST), size - 0.5);
            return;
        }
        // What is seen now was sent a round trip ago, and doubling goes on meanwhile: it has to end early (RFC 9406).
        doubling &= took <= base + base / 4 + PROMPT / 4;
        if (size < SAFE || took <= base + base / 4 + PROMPT) {
            size = Math.min(largest, size + (doubling ? 1 : 1 / size));
        }
    }

    /** How long an answer may take before it is overdue. */
    long patience() {
        return smoothed < 0 ? Long.MAX_VALUE : (long) (smoothed + 4 * varies) + NOISE;
    }

    /** A question is overdue and does not count any more. */
    void overdue() {
        pending--;
    }

    /** What is overdue is so by this way's doing. Several that left before the last such sign are one sign. */
    void shrink(long sent, long now) {
        doubling = false;
        if (sent >= shrunk) {
            before = size;
            size = Math.max(1, Math.min(size, Math.max(pending + 1, used)) / 2);
            shrunk = now;
        }
    }

    /** The question was never asked, or the way it went is gone. */
    void left() {
        pending--;
    }

    /** The shortest time of late; what was shorter is forgotten in the end, as a way may become longer for good. */
    private static final class Shortest {
        private long shortest = Long.MAX_VALUE;
        private long lately = Long.MAX_VALUE;
        private long since = Long.MIN_VALUE;

        void take(long took, long now) {
            if (since == Long.MIN_VALUE || now - since > FORGET) {
                shortest = lately;
                lately = took;
                since = now;
            }
            lately = Math.min(lately, took);
            shortest = Math.min(shortest, took);
        }

        long get() {
            return shortest;
        }
    }
}
