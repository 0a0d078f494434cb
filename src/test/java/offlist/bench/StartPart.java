package offlist.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import offlist.testing.Scratch;

/** From the start of the process to the first question about the pool, as the server of the list sees it. */
final class StartPart implements Part {
    private static final String NAME = "start";
    private static final int STARTS = 5;

    @Override
    public List<Figure> measure(Bed bed) throws Exception {
        bed.say("start, one start that counts for nothing: a launcher may prepare something once");
        try (Scratch home = Scratch.open("bench-home")) {
            start(bed, home);
        }
        List<Double> fresh = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        for (int round = 1; round <= STARTS; round++) {
            bed.say("start, round " + round + " of " + STARTS);
            try (Scratch home = Scratch.open("bench-home")) {
                fresh.add(start(bed, home));
                again.add(start(bed, home));
            }
        }
        return List.of(
                figure("start to first question, new data directory", median(fresh))
                        .wanted(Target.atMost(1.5)),
                figure("start to first question, data from before", median(again))
                        .wanted(Target.atMost(1.5)));
    }

    private static double start(Bed bed, Scratch home) throws IOException {
        Turn turn = new Turn(16, 3, -1);
        try (DelayServer server = new DelayServer(DelayServer.anyPort(), Duration.ZERO, -1, turn)) {
            Subject daemon = new Subject(bed, home, Yaml.of("1h", 16, 3, server.port()), "");
            try {
                daemon.await("it asks", Duration.ofSeconds(60), () -> turn.began() != 0);
                return (turn.began() - daemon.startedAt()) / 1e9;
            } finally {
                daemon.end();
            }
        }
    }

    private static Figure figure(String what, double value) {
        return Figure.of(NAME, what, value, "s");
    }

    private static double median(List<Double> values) {
        return Numbers.median(values.stream().mapToDouble(value -> value).toArray());
    }
}
