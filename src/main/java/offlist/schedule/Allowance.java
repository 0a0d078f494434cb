package offlist.schedule;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import offlist.schedule.Claims.Claim;

/**
 * How many questions a quota leaves, for all lists that share it: in no 24 hours more than the limit.
 *
 * <p>Always true: 1. Time is cut into slots, and the slots that touch the last 24 hours together hold no more than the
 * limit, so neither does any 24 hours. 2. What is asked in a slot has been claimed before; what is claimed and not
 * recorded is not asked. 3. Its own time never runs back: when the clock is set back it goes on from where it was, at the
 * clock's pace, so nothing is given away and nothing waits for the clock to catch up.
 *
 * <p>Not for several threads; nothing is allocated on the way of a question but for a claim now and then.
 */
final class Allowance {
    /** Short, since the first slot of a window counts in full; long enough that a day is few slots and few rows. */
    static final long SLOT = TimeUnit.MINUTES.toNanos(10);
    /** A day of slots, and the one that is not full yet. */
    static final int SLOTS = (int) (TimeUnit.DAYS.toNanos(1) / SLOT) + 1;

    /** After a store that took nothing the next question is tried after this time. */
    private static final long STORE_PAUSE = TimeUnit.SECONDS.toNanos(10);

    private static final int SMALLEST_CLAIM = 10;
    /** Two minutes' worth of a day that is spent evenly. */
    private static final int CLAIMS_A_DAY = 720;

    private final String quota;
    private final Claims claims;
    private final int[] asked = new int[SLOTS];
    private int limit;
    private long slot;
    private int used;
    private int claimed;
    private long time;
    private long ahead;
    private long refusedUntil = Long.MIN_VALUE / 2;

    /** @param kept what has been claimed before, of this quota and others */
    Allowance(String quota, int limit, Claims claims, Collection<Claim> kept, long now) {
        this.quota = quota;
        this.claims = claims;
        this.time = now;
        this.slot = Math.floorDiv(now, SLOT);
        kept.stream().filter(claim -> claim.quota().equals(quota)).forEach(this::restore);
        // What this slot held is spent: nobody knows how much of it was asked.
        this.claimed = asked[at(slot)];
        limit(limit);
    }

    private void restore(Claim claim) {
        if (claim.slot() <= slot && claim.slot() > slot - SLOTS) {
            asked[at(claim.slot())] += claim.questions();
            used += claim.questions();
        }
    }

    String quota() {
        return quota;
    }

    int limit() {
        return limit;
    }

    void limit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(quota + " allows at least one question, not " + limit);
        }
        this.limit = limit;
    }

    /** How many questions the last 24 hours may have held. */
    int used(long now) {
        roll(now);
        return used;
    }

    boolean has(Spend what, int questions, long now) {
        roll(now);
        return used + questions <= most(what) && claimed(questions);
    }

    /** Counts what is asked, whether there is room or not. */
    void count(int questions, long now) {
        roll(now);
        claimed(questions);
        asked[at(slot)] += questions;
        used += questions;
    }

    /** Takes back what was counted then and not asked after all. */
    void giveBack(int questions, long counted) {
        long then = Math.floorDiv(counted + ahead, SLOT);
        if (then <= slot && then > slot - SLOTS) {
            int back = Math.min(questions, asked[at(then)]);
            asked[at(then)] -= back;
            used -= back;
        }
    }

    /** When so many may be asked again: when enough slots have left the window; never where they are more than it holds. */
    long readyAt(Spend what, int questions, long now) {
        roll(now);
        int room = most(what) - questions;
        if (room < 0) {
            return Long.MAX_VALUE;
        }
        if (used <= room) {
            return Math.max(now, refusedUntil - ahead);
        }
        int left = used;
        long oldest = slot - SLOTS;
        while (left > room && oldest < slot) {
            left -= asked[at(++oldest)];
        }
        return (oldest + SLOTS) * SLOT - ahead;
    }

    private int most(Spend what) {
        return (int) (limit * what.share());
    }

    private boolean claimed(int questions) {
        int needed = asked[at(slot)] + questions;
        if (needed <= claimed) {
            return true;
        }
        int more = Math.max(needed, claimed + step());
        if (time < refusedUntil || !claims.claim(new Claim(quota, slot, more))) {
            refusedUntil = Math.max(refusedUntil, time + STORE_PAUSE);
            return false;
        }
        claimed = more;
        return true;
    }

    /** Small, as a kill loses it; a minute's worth or more, as each is a write. */
    private int step() {
        return Math.max(SMALLEST_CLAIM, limit / CLAIMS_A_DAY);
    }

    private void roll(long now) {
        long mine = now + ahead;
        if (mine < time) {
            ahead += time - mine;
        } else {
            time = mine;
        }
        long next = Math.floorDiv(time, SLOT);
        if (next != slot) {
            settle();
            advance(next);
        }
    }

    /** What was claimed and not asked is free again; where that cannot be written, it stays claimed after a restart only. */
    private void settle() {
        if (asked[at(slot)] < claimed) {
            claims.claim(new Claim(quota, slot, asked[at(slot)]));
        }
    }

    private void advance(long next) {
        long steps = Math.min(next - slot, SLOTS);
        for (long left = next - steps + 1; left <= next; left++) {
            used -= asked[at(left)];
            asked[at(left)] = 0;
        }
        slot = next;
        claimed = 0;
    }

    private static int at(long slot) {
        return (int) Math.floorMod(slot, (long) SLOTS);
    }
}
