package offlist.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Twenty lists behind one resolver, and then one of them never answers: what that costs the other nineteen. The server is
 * 5 ms away and sees when they have had their whole turn.
 */
final class DeadPart implements Part {
    private static final String NAME = "dead";
    private static final int ADDRESSES = 4_096;
    private static final int LISTS = 20;
    private static final int DEAD = 7;
    private static final int ROUNDS = 3;
    private static final Duration DELAY = Duration.ofMillis(5);

    @Override
    public List<Figure> measure(Bed bed) throws Exception {
        List<Double> well = new ArrayList<>();
        List<Double> ill = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            bed.say("dead, round " + round + " of " + ROUNDS);
            well.add(turn(bed, -1));
            ill.add(turn(bed, DEAD));
        }
        double without = median(well);
        double with = median(ill);
        return List.of(
                figure("turn of 19 lists, all 20 answer", without, "ms"),
                figure("turn of 19 lists, one is dead", with, "ms")
                        .noted("at the start, so the dead one is not yet known as dead"),
                figure("time, with : without a dead list", with / without, "ratio")
                        .wanted(Target.atMost(1.05)));
    }

    private static double turn(Bed bed, int silent) throws IOException {
        Turn turn = new Turn(ADDRESSES, LISTS, DEAD);
        try (DelayServer server = new DelayServer(DelayServer.anyPort(), DELAY, silent, turn);
                Subject daemon = new Subject(bed, Yaml.of("1h", ADDRESSES, LISTS, server.port()))) {
            daemon.await("the turn is over", Duration.ofMinutes(2), turn::over);
            return turn.millis();
        }
    }

    private static Figure figure(String what, double value, String unit) {
        return Figure.of(NAME, what, value, unit);
    }

    private static double median(List<Double> values) {
        return Numbers.median(values.stream().mapToDouble(value -> value).toArray());
    }
}
