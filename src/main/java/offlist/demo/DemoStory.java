package offlist.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import offlist.pool.IpAddress;

/**
 * What happens at the demo lists, as a function of the time since the start and a seed.
 *
 * <p>Always true:
 *
 * <ol>
 *   <li>each round begins and ends with nobody listed and every list well;
 *   <li>the first round has fixed times, later ones move each turn by up to two seconds, which keeps their order;
 *   <li>addresses and causes differ from round to round.
 * </ol>
 */
final class DemoStory {
    static final Duration ROUND = Duration.ofSeconds(150);

    private static final int SHIFT_MILLIS = 2_000;

    /** A turn and when it happens, counted from the start of the story. */
    record Timed(Duration at, Turn turn) {}

    private final long seed;

    DemoStory(long seed) {
        this.seed = seed;
    }

    /** The lists as they are now. */
    Scene at(Duration elapsed) {
        long round = roundOf(elapsed);
        return Scene.after(round(round).stream()
                .filter(timed -> timed.at().compareTo(elapsed) <= 0)
                .map(Timed::turn)
                .toList());
    }

    /** What happened after one moment and up to another, in order. */
    List<Timed> between(Duration after, Duration until) {
        List<Timed> turns = new ArrayList<>();
        for (long round = roundOf(after); round <= roundOf(until); round++) {
            round(round).stream()
                    .filter(timed ->
                            timed.at().compareTo(after) > 0 && timed.at().compareTo(until) <= 0)
                    .forEach(turns::add);
        }
        return turns;
    }

    private static long roundOf(Duration elapsed) {
        return Math.max(0, elapsed.dividedBy(ROUND));
    }

    private List<Timed> round(long number) {
        Random random = new Random(seed * 31 + number);
        Cast cast = Cast.draw(random);
        Script script = new Script(ROUND.multipliedBy(number), number == 0 ? 0 : SHIFT_MILLIS, random);
        script.at(3, new Turn.Lists(DemoList.SPAM, cast.v4(0), cast.cause(DemoList.SPAM, 0)));
        script.at(10, new Turn.Lists(DemoList.EXPLOITS, cast.v4(1), cast.cause(DemoList.EXPLOITS, 0)));
        script.at(16, new Turn.Lists(DemoList.POLICY, cast.several(), cast.cause(DemoList.POLICY, 0)));
        script.at(22, new Turn.Lists(DemoList.SPAM, cast.v4(0), cast.cause(DemoList.SPAM, 1)));
        script.at(28, new Turn.Lists(DemoList.QUOTA, cast.v4(2), cast.cause(DemoList.QUOTA, 0)));
        script.at(34, new Turn.Delists(DemoList.SPAM, cast.v4(0)));
        script.at(42, new Turn.Refuses(DemoList.QUOTA));
        script.at(52, new Turn.Delists(DemoList.EXPLOITS, cast.v4(1)));
        script.at(60, new Turn.Delists(DemoList.POLICY, cast.several()));
        script.at(68, new Turn.AnswersAgain(DemoList.QUOTA));
        script.at(76, new Turn.GoesMad(DemoList.MAD));
        script.at(84, new Turn.Lists(DemoList.SPAM, cast.v4(3), cast.cause(DemoList.SPAM, 2)));
        script.at(98, new Turn.Recovers(DemoList.MAD));
        script.at(106, new Turn.Delists(DemoList.QUOTA, cast.v4(2)));
        script.at(113, new Turn.Delists(DemoList.SPAM, cast.v4(3)));
        script.at(120, new Turn.Lists(DemoList.EXPLOITS, cast.v6(0), cast.cause(DemoList.EXPLOITS, 1)));
        script.at(138, new Turn.Delists(DemoList.EXPLOITS, cast.v6(0)));
        return script.turns;
    }

    /** Who plays which part in a round. */
    private record Cast(List<IpAddress> ipv4, List<IpAddress> ipv6, int turn) {
        static Cast draw(Random random) {
            List<IpAddress> ipv4 = new ArrayList<>(DemoPool.ipv4());
            List<IpAddress> ipv6 = new ArrayList<>(DemoPool.ipv6());
            Collections.shuffle(ipv4, random);
            Collections.shuffle(ipv6, random);
            return new Cast(ipv4, ipv6, random.nextInt(100));
        }

        List<IpAddress> v4(int part) {
            return List.of(ipv4.get(part));
        }

        List<IpAddress> v6(int part) {
            return List.of(ipv6.get(part));
        }

        List<IpAddress> several() {
            return List.of(ipv4.get(4), ipv4.get(5), ipv6.get(1));
        }

        /** Different parts at one list have different causes. */
        Cause cause(DemoList list, int part) {
            List<Cause> causes = list.causes();
            return causes.get((turn + part) % causes.size());
        }
    }

    /** Writes turns down at their times. */
    private static final class Script {
        private final List<Timed> turns = new ArrayList<>();
        private final Duration start;
        private final int shift;
        private final Random random;

        Script(Duration start, int shift, Random random) {
            this.start = start;
            this.shift = shift;
            this.random = random;
        }

        void at(int second, Turn turn) {
            int moved = shift == 0 ? 0 : random.nextInt(-shift, shift + 1);
            turns.add(new Timed(start.plusSeconds(second).plusMillis(moved), turn));
        }
    }
}
