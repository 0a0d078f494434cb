package offlist.track;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** 26 characters: 48 bits of milliseconds, then 80 random bits that count up within the same millisecond. */
public final class TimeOrderedIds implements Ids {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private final RandomGenerator random;
    private long millis = Long.MIN_VALUE;
    private long high;
    private long low;

    public TimeOrderedIds(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public synchronized String next(Instant now) {
        // A clock that was set back must not make an id that sorts before an older one.
        if (now.toEpochMilli() > millis) {
            millis = now.toEpochMilli();
            high = random.nextLong() >>> 25;
            low = random.nextLong() >>> 25;
        } else if (++low >>> 40 != 0) {
            low = 0;
            high++;
        }
        return digits(millis, 10) + digits(high, 8) + digits(low, 8);
    }

    private static String digits(long value, int count) {
        char[] text = new char[count];
        for (int i = count - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (value & 31));
            value >>>= 5;
        }
        return new String(text);
    }
}
