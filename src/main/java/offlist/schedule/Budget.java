package offlist.schedule;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one list may be asked, all its lanes together: at most so fast, and where its operator allows so many questions a
 * day, no more than are left of those. Either may be shared with other lists.
 *
 * <p>Times are nanoseconds since the epoch. One thread; nothing is allocated on the way of a question.
 */
public final class Budget {
    /** For a list that nobody limits. */
    public static final Budget UNLIMITED = new Budget(null, null);

    private final @Nullable Bucket pace;
    private final @Nullable Allowance day;

    Budget(@Nullable Bucket pace, @Nullable Allowance day) {
        this.pace = pace;
        this.day = day;
    }

    /** The time as budgets take it. */
    public static long nanos(Instant time) {
        return Nanos.of(time);
    }

    /** Takes the right to ask once, if there is one. */
    public boolean take(Spend what, long now) {
        return take(what, 1, now);
    }

    /** Takes the right to ask so many questions at once, or nothing. */
    public boolean take(Spend what, int questions, long now) {
        if (pace != null && !pace.has(now) || day != null && !day.has(what, questions, now)) {
            return false;
        }
        count(questions, now);
        return true;
    }

    /** Takes the right to ask so many soon, however slow the pace: those who come next wait for them. */
    public boolean reserve(Spend what, int questions, long now) {
        if (day != null && !day.has(what, questions, now)) {
            return false;
        }
        count(questions, now);
        return true;
    }

    /** Counts what is asked whether there is room or not; the next have to wait for it. */
    public void count(int questions, long now) {
        if (pace != null) {
            pace.take(questions, now);
        }
        if (day != null) {
            day.count(questions, now);
        }
    }

    /** Takes back what was counted at that time and was not asked after all; the pace stays as slow. */
    public void giveBack(int questions, long counted) {
        if (day != null) {
            day.giveBack(questions, counted);
        }
    }

    /** When the next such question may leave; {@link Long#MAX_VALUE} when no day has room for it. */
    public long readyAt(Spend what, long now) {
        return readyAt(what, 1, now);
    }

    /** When so many may leave at once. */
    public long readyAt(Spend what, int questions, long now) {
        long ready = pace == null ? now : pace.readyAt(now);
        return day == null ? ready : Math.max(ready, day.readyAt(what, questions, now));
    }

    /** Questions that any 24 hours may hold, for all who share the limit; 0 where there is none. */
    public int limit() {
        return day == null ? 0 : day.limit();
    }

    /** Whether a day has a limit. */
    public boolean daily() {
        return day != null;
    }

    /** How many questions the last 24 hours may have held, for all who share the limit; 0 where there is none. */
    public int used(long now) {
        return day == null ? 0 : day.used(now);
    }

    /** Whose the daily limit is. */
    public Optional<String> quota() {
        return Optional.ofNullable(day).map(Allowance::quota);
    }
}
