package offlist.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;

    private long now = MILLI;

    private record Asked(long sent, long back) {}

    /** A server that answers one question after another, some way off; who asks does so whenever there is room. */
    private final class Server {
        private final long way;
        private final long each;
        private final Deque<Asked> underWay = new ArrayDeque<>();
        private long busyUntil;
        private int longestQueue;
        private int answered;

        Server(long way, long each) {
            this.way = way;
            this.each = each;
        }

        void run(Window window, long time, int most) {
            long end = now + time;
            int sent = answered;
            while (now < end && answered < most) {
                while (!underWay.isEmpty() && underWay.peek().back() <= now) {
                    Asked first = underWay.remove();
                    window.answered(first.sent(), now);
                    answered++;
                }
                for (int room = window.room(now); room > 0 && sent < most; room--) {
                    window.sent(now);
                    sent++;
                    busyUntil = Math.max(busyUntil, now + way / 2) + each;
                    underWay.add(new Asked(now, busyUntil + way / 2));
                }
                longestQueue = Math.max(longestQueue, (int) ((busyUntil - now - way / 2) / each));
                now += 10 * MICRO;
            }
        }
    }

    @Test
    void aNearServerIsKeptBusyAndItsBufferNotFilled() {
        Server near = new Server(50 * MICRO, 3 * MICRO);
        Window window = Window.paced(2_048);

        near.run(window, 1_000 * MILLI, Integer.MAX_VALUE);

        assertThat(near.answered).as("of 333,000 it could answer").isGreaterThan(300_000);
        assertThat(near.longestQueue).as("a usual socket buffer holds 270").isLessThan(270);
    }

    @Test
    void aLongLineIsFilledAtOnce() {
        Server far = new Server(20 * MILLI, 3 * MICRO);
        long began = now;

        far.run(Window.paced(2_048), 10_000 * MILLI, 2_000);

        assertThat(now - began).isLessThan(60 * MILLI);
    }

    @Test
    void theFirstQuestionsArePaced() {
        Window window = Window.paced(2_048);
        int first = window.room(now);
        for (int i = 0; i < first; i++) {
            window.sent(now);
        }

        assertThat(first).isLessThan(50);
        assertThat(window.room(now)).isZero();
        assertThat(window.room(now + MILLI)).isBetween(50, 250);
    }

    @Test
    void afterAPauseTheQuestionsArePacedAnew() {
        Server far = new Server(20 * MILLI, 3 * MICRO);
        Window window = settled(20 * MILLI);
        window.shrink(now + MILLI, now + MILLI);
        now += 5_000 * MILLI;
        long began = now;

        far.run(window, 10_000 * MILLI, 2_000);

        assertThat(now - began).isLessThan(60 * MILLI);
    }

    @Test
    void whatIsLostHalvesItOnceForAllOfATime() {
        Window window = settled(20 * MILLI);
        int before = window.size();

        for (int i = 0; i < before; i++) {
            window.sent(now);
        }
        for (int i = 0; i < before; i++) {
            window.overdue();
            window.shrink(now, now + MILLI);
        }

        assertThat(window.size()).isEqualTo(before / 2);
        assertThat(window.pending()).isZero();
        window.shrink(now + 2 * MILLI, now + 3 * MILLI);
        assertThat(window.size()).isLessThanOrEqualTo(before / 4 + 1);
    }

    @Test
    void anAnswerThatComesAfterAllTakesTheLossBack() {
        Window window = settled(20 * MILLI);
        int before = window.size();
        window.sent(now);
        window.overdue();
        window.shrink(now, now + 100 * MILLI);

        window.answeredLate(now, now + 200 * MILLI);

        assertThat(window.size()).isEqualTo(before);
        assertThat(window.patience()).isGreaterThan(45 * MILLI);
    }

    @Test
    void itNeverClosesAltogether() {
        Window window = settled(MILLI);
        for (int i = 0; i < 50; i++) {
            now += MILLI;
            window.shrink(now, now);
        }

        assertThat(window.room(now)).isEqualTo(1);
    }

    @Test
    void aServerThatBecomesSlowIsAskedLess() {
        Window window = settled(MILLI);
        int before = window.size();
        answers(window, 2_000, sent -> 800 * MILLI);

        assertThat(before).isGreaterThan(50);
        assertThat(window.size()).isLessThan(10);
    }

    @Test
    void aServerThatAlwaysTakesItsTimeIsNotTakenForSlow() {
        Window window = Window.open(50);
        answers(window, 500, sent -> 120 * MILLI + sent % 7 * 40 * MILLI);

        assertThat(window.size()).isEqualTo(50);
    }

    private Window settled(long took) {
        Window window = Window.paced(2_048);
        answers(window, 200, sent -> took);
        return window;
    }

    private void answers(Window window, int count, LongUnaryOperator took) {
        for (int i = 0; i < count; i++) {
            window.sent(now);
            long back = now + took.applyAsLong(i);
            window.answered(now, back);
            now += MILLI;
        }
    }
}
