package offlist.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import offlist.testing.Scrape;

/**
 * The whole pool on all lists as fast as it goes: the daemon with everything on against rbldnsd, and in turn with it
 * dnsperf, and massdns where there is one, with the same names against the same server.
 */
final class SweepPart implements Part {
    private static final String NAME = "sweep";

    /**
     * How much of it.
     *
     * @param warm seconds that are left out of the steady rate, while Java compiles what runs often
     * @param window seconds over which rates are taken
     */
    record Size(int addresses, int lists, int rounds, int warm, int window) {}

    private final Size size;

    SweepPart(Size size) {
        this.size = size;
    }

    /** One run of the daemon. */
    record Sweep(
            double rate,
            double micros,
            double firstTurnRate,
            double serverMicros,
            double failed,
            OptionalDouble unaccounted,
            double asked,
            double served,
            String causes) {}

    @Override
    public List<Figure> measure(Bed bed) throws Exception {
        try (ListServer server = ListServer.ofZones(size.lists())) {
            Path names = Names.write(server.directory().resolve("names"), size.addresses(), size.lists(), " A");
            List<Dnsperf> beside = new ArrayList<>();
            List<Massdns> others = new ArrayList<>();
            List<Double> serverMicros = new ArrayList<>();
            List<Sweep> own = new ArrayList<>();
            for (int round = 1; round <= size.rounds(); round++) {
                bed.say("sweep, round " + round + " of " + size.rounds() + ": dnsperf");
                double before = server.cpuSeconds();
                beside.add(Dnsperf.run(server.directory(), names, server.port(), size.window()));
                serverMicros.add(
                        (server.cpuSeconds() - before) * 1e6 / beside.getLast().completed());
                if (Massdns.present()) {
                    bed.say("sweep, round " + round + " of " + size.rounds() + ": massdns");
                    others.add(Massdns.run(server.directory(), size, server.port()));
                }
                bed.say("sweep, round " + round + " of " + size.rounds() + ": the daemon");
                own.add(sweep(bed, server));
            }
            return figures(beside, serverMicros, others, own);
        }
    }

    private Sweep sweep(Bed bed, ListServer server) throws IOException, InterruptedException {
        // The server writes its counts every other second; those of who asked before are not ours.
        Subject.pause(2_200);
        long served = Math.max(0, server.counted());
        long lost = server.drops();
        // An interval nobody can keep: it is always behind, and asks as fast as it can.
        try (Subject daemon = new Subject(bed, Yaml.of("1s", size.addresses(), size.lists(), server.port()))) {
            daemon.awaitMetrics(Duration.ofSeconds(60));
            daemon.await("checks are answered", Duration.ofSeconds(30), () -> Subject.checks(daemon.scrape()) > 0);
            FirstTurn turn = new FirstTurn((double) size.addresses() * size.lists());
            watch(daemon, turn, size.warm());
            Reading before = Reading.of(daemon, server);
            watch(daemon, turn, size.window());
            Reading after = Reading.of(daemon, server);
            daemon.configure(Yaml.of("24h", size.addresses(), size.lists(), server.port()));
            Scrape rest = atRest(daemon);
            Subject.pause(2_200);
            return sweep(before, after, turn, rest, server.counted() - served + server.drops() - lost);
        }
    }

    private static Sweep sweep(Reading before, Reading after, FirstTurn turn, Scrape rest, double served) {
        double checks = after.checks - before.checks;
        OptionalDouble questions = rest.sum("offlist_questions_total");
        return new Sweep(
                checks / (after.seconds - before.seconds),
                (after.cpu - before.cpu) * 1e6 / checks,
                turn.rate(),
                (after.server - before.server) * 1e6 / checks,
                rest.sum("offlist_checks_total", "verdict", "failed").orElse(0),
                questions.isPresent()
                        ? OptionalDouble.of(questions.getAsDouble() - Subject.checks(rest))
                        : OptionalDouble.empty(),
                questions.orElse(Subject.checks(rest)),
                served,
                causes(rest));
    }

    private static String causes(Scrape rest) {
        Map<String, Double> causes = new TreeMap<>();
        rest.series("offlist_check_failures_total").stream()
                .filter(series -> series.value() > 0)
                .forEach(series ->
                        causes.merge(String.valueOf(series.labels().get("cause")), series.value(), Double::sum));
        return causes.toString();
    }

    private record Reading(double seconds, double checks, double cpu, double server) {
        static Reading of(Subject daemon, ListServer server) throws IOException, InterruptedException {
            Scrape scrape = daemon.scrape();
            return new Reading(
                    System.nanoTime() / 1e9, Subject.checks(scrape), daemon.cpuSeconds(), server.cpuSeconds());
        }
    }

    private static void watch(Subject daemon, FirstTurn turn, int seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            turn.seen(System.nanoTime(), Subject.checks(daemon.scrape()));
            Subject.pause(Math.clamp((end - System.nanoTime()) / 1_000_000, 0, 500));
        }
    }

    /**
     * With a long interval hardly anything is under way, and every question has its outcome. A first turn that is not over
     * goes on to its end whatever the interval is, which a loaded machine takes a while for.
     */
    private static Scrape atRest(Subject daemon) throws IOException, InterruptedException {
        Scrape scrape = daemon.scrape();
        long deadline = System.nanoTime() + 120_000_000_000L;
        for (double last = -1; System.nanoTime() < deadline; Subject.pause(500), scrape = daemon.scrape()) {
            double checks = Subject.checks(scrape);
            boolean all = scrape.sum("offlist_questions_total").orElse(checks) == checks;
            // A few come in each second still, a thousand do not.
            if (all && last >= 0 && checks - last < 1_000) {
                break;
            }
            last = checks;
        }
        return scrape;
    }

    private List<Figure> figures(
            List<Dnsperf> beside, List<Double> serverMicros, List<Massdns> others, List<Sweep> own) {
        double theirs = median(beside, Dnsperf::rate);
        double theirMicros = median(beside, Dnsperf::microsPerQuery);
        double ours = median(own, Sweep::rate);
        double ourMicros = median(own, Sweep::micros);
        List<Figure> figures = new ArrayList<>(List.of(
                figure("dnsperf, answered", theirs, "1/s"),
                figure("dnsperf, CPU per query", theirMicros, "us"),
                figure(
                        "dnsperf, lost",
                        beside.stream().mapToDouble(Dnsperf::lost).sum(),
                        "queries"),
                figure("rbldnsd, CPU per query of dnsperf", median(serverMicros, value -> value), "us"),
                figure("daemon, answered when warm", ours, "1/s")
                        .noted("the first " + size.warm() + " s are left out, then " + size.window() + " s"),
                figure("daemon, answered in its first turn", median(own, Sweep::firstTurnRate), "1/s")
                        .noted("with everything that is compiled meanwhile; until the turn or the measuring was over"),
                figure("daemon, CPU per check", ourMicros, "us").noted("the whole process, compilers and scrapes too"),
                figure("rbldnsd, CPU per check of the daemon", median(own, Sweep::serverMicros), "us"),
                figure("rate, daemon : dnsperf", ours / theirs, "ratio").wanted(Target.atLeast(1)),
                figure("CPU, daemon : dnsperf", ourMicros / theirMicros, "ratio")
                        .wanted(Target.atMost(1))));
        figures.addAll(Massdns.figures(others, ours));
        figures.add(
                figure("daemon, failed", own.stream().mapToDouble(Sweep::failed).sum(), "checks")
                        .noted("by cause, run by run: "
                                + own.stream().map(Sweep::causes).toList()));
        figures.add(accounted(own));
        figures.add(figure(
                        "datagrams at rbldnsd : questions",
                        own.stream().mapToDouble(Sweep::served).sum()
                                / own.stream().mapToDouble(Sweep::asked).sum(),
                        "ratio")
                .noted("answered or dropped at its socket; above 1 are repeats and test points"));
        return figures;
    }

    private static Figure accounted(List<Sweep> own) {
        boolean told = own.stream().allMatch(sweep -> sweep.unaccounted().isPresent());
        Figure figure = figure(
                        "asked - answered - failed",
                        told
                                ? own.stream()
                                        .mapToDouble(sweep ->
                                                Math.abs(sweep.unaccounted().getAsDouble()))
                                        .sum()
                                : Double.NaN,
                        "checks")
                .wanted(Target.exactly(0));
        return told ? figure : figure.noted("the daemon has no offlist_questions_total");
    }

    private static Figure figure(String what, double value, String unit) {
        return Figure.of(NAME, what, value, unit);
    }

    private static <T> double median(List<T> runs, ToDoubleFunction<T> value) {
        return Numbers.median(runs.stream().mapToDouble(value).toArray());
    }

    /** How fast the pool was gone through once, as far as is seen from outside. */
    private static final class FirstTurn {
        private final double pairs;
        private long beganAt;
        private double began = -1;
        private long endedAt;
        private double ended;

        private FirstTurn(double pairs) {
            this.pairs = pairs;
        }

        private void seen(long nanos, double checks) {
            if (began < 0) {
                began = checks;
                beganAt = nanos;
            }
            if (ended < pairs) {
                ended = checks;
                endedAt = nanos;
            }
        }

        private double rate() {
            return (ended - began) / ((endedAt - beganAt) / 1e9);
        }
    }
}
