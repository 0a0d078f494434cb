package offlist.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import offlist.testing.Scratch;

/**
 * 2,000 checks over a line of 20 ms, with adnshost beside it. The server's clock counts for both: from the first question to
 * the last answer.
 */
final class LinkPart implements Part {
    private static final String NAME = "link";
    private static final int ADDRESSES = 125;
    private static final int LISTS = 16;
    private static final int ROUNDS = 3;
    private static final int WARM = 500_000;
    private static final Duration DELAY = Duration.ofMillis(20);
    /** adnshost knows no other port, and this address has it nearly always free. */
    private static final InetSocketAddress DOMAIN = new InetSocketAddress("127.53.53.53", 53);

    @Override
    public List<Figure> measure(Bed bed) throws Exception {
        List<Double> cold = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            bed.say("link, round " + round + " of " + ROUNDS);
            adnshost(beside);
            cold.add(cold(bed));
            warm.add(warm(bed));
        }
        double theirs = median(beside);
        Figure adns = figure("adnshost, 2,000 names", theirs, "ms");
        return List.of(
                beside.isEmpty() ? adns.noted("it can ask port 53 alone, which takes root to serve") : adns,
                figure("daemon, 2,000 checks when warm", median(warm), "ms")
                        .noted("a pool that replaces another one in a daemon that has asked half a million times"),
                figure("daemon, 2,000 checks as its first", median(cold), "ms")
                        .noted("right after the start, while Java still interprets what it runs"),
                figure("time when warm, daemon : adnshost", median(warm) / theirs, "ratio")
                        .wanted(Target.atMost(1)),
                figure("time at the start, daemon : adnshost", median(cold) / theirs, "ratio")
                        .wanted(Target.atMost(1)));
    }

    private static void adnshost(List<Double> times) throws IOException, InterruptedException {
        Turn turn = new Turn(ADDRESSES, LISTS, -1);
        try (Scratch scratch = Scratch.open("bench-link");
                DelayServer server = new DelayServer(DOMAIN, DELAY, -1, turn)) {
            Path names = Names.write(scratch.file("names"), ADDRESSES, LISTS, "");
            Adnshost answers =
                    Adnshost.run(scratch.directory(), names, DOMAIN.getAddress().getHostAddress());
            if (answers.noSuchName() != (long) ADDRESSES * LISTS || !turn.over()) {
                throw new IllegalStateException("adnshost had " + answers.noSuchName() + " answers on port "
                        + server.port() + ", not " + ADDRESSES * LISTS);
            }
            times.add(turn.millis());
        } catch (SocketException e) {
            // Without root nobody serves port 53: the figure says so.
        }
    }

    private static double cold(Bed bed) throws IOException {
        Turn turn = new Turn(ADDRESSES, LISTS, -1);
        try (DelayServer server = new DelayServer(DelayServer.anyPort(), DELAY, -1, turn);
                Subject daemon = new Subject(bed, Yaml.of("1h", ADDRESSES, LISTS, server.port()))) {
            return over(daemon, turn);
        }
    }

    private static double warm(Bed bed) throws IOException {
        Turn turn = new Turn(ADDRESSES, LISTS, -1);
        try (DelayServer server = new DelayServer(DelayServer.anyPort(), DELAY, -1, turn)) {
            String yaml = Yaml.of("1h", ADDRESSES, LISTS, server.port());
            // Others than those that count, and more of them than fit into a second: it asks without a pause.
            String before = Yaml.of("1s", 1 << 13, LISTS, server.port()).replace("10.0.", "10.9.");
            try (Subject daemon = new Subject(bed, before)) {
                daemon.awaitMetrics(Duration.ofSeconds(60));
                daemon.await("it is warm", Duration.ofSeconds(60), () -> Subject.checks(daemon.scrape()) > WARM);
                daemon.configure(yaml);
                return over(daemon, turn);
            }
        }
    }

    private static double over(Subject daemon, Turn turn) {
        daemon.await("the turn is over", Duration.ofSeconds(60), turn::over);
        return turn.millis();
    }

    private static Figure figure(String what, double value, String unit) {
        return Figure.of(NAME, what, value, unit);
    }

    private static double median(List<Double> values) {
        return Numbers.median(values.stream().mapToDouble(value -> value).toArray());
    }
}
