package offlist.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An independent count of each question says whether any 24 hours held more than the limit. */
class AllowanceTest {
    private static final long T0 = Budget.nanos(Instant.parse("2026-11-22T10:07:00Z"));
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final long DAY = TimeUnit.DAYS.toNanos(1);
    private static final int LIMIT = 500;

    private final KeptClaims claims = new KeptClaims();
    private final Witness witness = new Witness();

    /** Remembers each question of the last 24 hours of true time. */
    private static final class Witness {
        private final Deque<Long> asked = new ArrayDeque<>();
        private int most;

        void asked(long trueTime) {
            asked.add(trueTime);
            while (asked.getFirst() <= trueTime - DAY) {
                asked.removeFirst();
            }
            most = Math.max(most, asked.size());
        }
    }

    private Allowance allowance(long now) {
        long slot = Math.floorDiv(now, Allowance.SLOT);
        return new Allowance("op", LIMIT, claims, claims.restore(slot), now);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noDayHoldsMoreThanTheLimitWhateverHappens(long seed) {
        Random random = new Random(seed);
        Allowance allowance = allowance(T0);
        long trueTime = T0;
        long clock = T0;
        for (int i = 0; i < 20_000; i++) {
            long passed = (long) (random.nextDouble() * random.nextDouble() * 3 * MINUTE);
            trueTime += passed;
            clock += passed;
            switch (random.nextInt(400)) {
                case 0 -> allowance = allowance(clock);
                case 1 -> clock -= random.nextLong(2 * DAY);
                case 2 -> claims.fail(random.nextBoolean());
                case 3 -> allowance.limit(LIMIT - random.nextInt(100));
                default -> ask(allowance, random, clock, trueTime);
            }
        }

        assertThat(witness.most).as("most in a day, seed " + seed).isBetween(LIMIT * 8 / 10, LIMIT);
    }

    private void ask(Allowance allowance, Random random, long clock, long trueTime) {
        Spend what = Spend.values()[random.nextInt(4)];
        int questions = 1 + random.nextInt(2);
        if (allowance.has(what, questions, clock)) {
            allowance.count(questions, clock);
            for (int i = 0; i < questions; i++) {
                witness.asked(trueTime);
            }
        }
    }

    @Test
    void askingWheneverItIsReadyUsesNearlyAllThereIs() {
        Allowance allowance = allowance(T0);
        long now = T0;
        int asked = 0;
        while (now < T0 + 10 * DAY) {
            if (allowance.has(Spend.TEST, 1, now)) {
                allowance.count(1, now);
                asked++;
                now += MINUTE;
            } else {
                now = allowance.readyAt(Spend.TEST, 1, now);
            }
        }

        assertThat(asked).isBetween((int) (10 * LIMIT * 0.98), 10 * LIMIT + LIMIT);
    }

    @Test
    void whenItIsReadyThereIsRoomAndNotBefore() {
        Allowance allowance = allowance(T0);
        for (int i = 0; i < LIMIT; i++) {
            allowance.count(1, T0 + i * MINUTE / 10);
        }
        long now = T0 + LIMIT * MINUTE / 10;
        long ready = allowance.readyAt(Spend.TEST, 1, now);

        assertThat(allowance.has(Spend.TEST, 1, ready - 1)).isFalse();
        assertThat(allowance.has(Spend.TEST, 1, ready)).isTrue();
        assertThat(ready - T0).isBetween(DAY, DAY + Allowance.SLOT);
    }

    @Test
    void aClockThatIsSetBackNeitherStopsItNorGivesAnythingAway() {
        Allowance allowance = allowance(T0);
        allowance.count(LIMIT, T0);
        long back = T0 - 30 * DAY;

        assertThat(allowance.has(Spend.TEST, 1, back)).isFalse();
        assertThat(allowance.readyAt(Spend.TEST, 1, back) - back).isBetween(DAY, DAY + Allowance.SLOT);
        assertThat(allowance.has(Spend.TEST, 1, back + DAY + Allowance.SLOT)).isTrue();
    }

    @Test
    void whatWasClaimedAndNotAskedIsFreeAgainWhenTheSlotEnds() {
        Allowance allowance = allowance(T0);
        allowance.has(Spend.TEST, 1, T0);
        allowance.count(1, T0);
        assertThat(allowance(T0).used(T0)).isEqualTo(10);

        allowance.used(T0 + Allowance.SLOT);

        assertThat(allowance(T0 + Allowance.SLOT).used(T0 + Allowance.SLOT)).isEqualTo(1);
    }

    @Test
    void whatIsOlderThanADayIsForgotten() {
        Allowance allowance = allowance(T0);
        allowance.count(7, T0);

        assertThat(allowance(T0 + DAY).used(T0 + DAY)).isEqualTo(10);
        assertThat(allowance(T0 + DAY + Allowance.SLOT).used(T0 + DAY + Allowance.SLOT))
                .isZero();
        assertThat(List.of(allowance.limit(), allowance.used(T0 + 400 * DAY))).containsExactly(LIMIT, 0);
    }
}
