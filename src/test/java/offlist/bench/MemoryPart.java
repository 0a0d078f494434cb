package offlist.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the daemon holds when everything is clean: 100,000 addresses on 100 lists with the options the launcher gives, and
 * whether 1,000,000 addresses on 40 lists run in a heap of 512 MB.
 */
final class MemoryPart implements Part {
    private static final String NAME = "memory";
    private static final Duration READ = Duration.ofSeconds(120);

    /** @param patience seconds after which it is said how far it came */
    private record Load(String what, int addresses, int lists, int turns, int patience, String javaOptions) {}

    /** @param problem empty when it went through */
    private record Held(double rss, double most, double checks, double seconds, String problem) {}

    @Override
    public List<Figure> measure(Bed bed) throws Exception {
        List<Figure> figures = new ArrayList<>();
        Load tenMillion = new Load("10 M clean pairs", 100_000, 100, 2, 150, "");
        Held held = hold(bed, tenMillion);
        figures.add(figure("RSS, " + tenMillion.what(), held.rss(), "MB")
                .wanted(Target.atMost(256))
                .noted(told(tenMillion, held)));
        figures.add(figure("RSS at most, " + tenMillion.what(), held.most(), "MB")
                .noted("with the time in which the pool was taken"));
        Load fortyMillion = new Load("40 M clean pairs, -Xmx512m", 1_000_000, 40, 1, 75, "-Xmx512m");
        Held large = hold(bed, fortyMillion);
        figures.add(figure("RSS, " + fortyMillion.what(), large.rss(), "MB").noted(told(fortyMillion, large)));
        figures.add(figure("runs, " + fortyMillion.what(), large.problem().isEmpty() ? 1 : 0, "1 is yes")
                .wanted(Target.exactly(1)));
        return figures;
    }

    private static String told(Load load, Held held) {
        return held.problem().isEmpty()
                ? "after %.2f turns (%,.0f checks in %.0f s)"
                        .formatted(
                                held.checks() / ((double) load.addresses() * load.lists()),
                                held.checks(),
                                held.seconds())
                : held.problem();
    }

    private static Held hold(Bed bed, Load load) throws IOException {
        bed.say("memory, " + load.what());
        AtomicReference<Held> last = new AtomicReference<>(new Held(Double.NaN, Double.NaN, 0, 0, "never answered"));
        String yaml;
        try (ListServer server = ListServer.ofZones(load.lists())) {
            yaml = Yaml.of("1s", load.addresses(), load.lists(), server.port());
            try (Subject daemon = new Subject(bed, yaml, load.javaOptions())) {
                long began = System.nanoTime();
                daemon.await("checks are answered", READ, () -> Subject.checks(daemon.scrape()) > 0);
                double wanted = (double) load.addresses() * load.lists() * load.turns();
                long deadline = System.nanoTime() + load.patience() * 1_000_000_000L;
                double checks = 0;
                while (checks < wanted && System.nanoTime() < deadline && daemon.alive()) {
                    Subject.pause(1_000);
                    checks = Subject.checks(daemon.scrape());
                    last.set(new Held(
                            daemon.megabytes("VmRSS"),
                            daemon.megabytes("VmHWM"),
                            checks,
                            (System.nanoTime() - began) / 1e9,
                            ""));
                }
                return last.get();
            }
        } catch (IllegalStateException | IOException | InterruptedException e) {
            Held before = last.get();
            return new Held(before.rss(), before.most(), before.checks(), before.seconds(), shortly(e));
        }
    }

    private static String shortly(Exception e) {
        String text = String.valueOf(e.getMessage());
        return e.getClass().getSimpleName() + ": " + text.substring(0, Math.min(text.length(), 300));
    }

    private static Figure figure(String what, double value, String unit) {
        return Figure.of(NAME, what, value, unit);
    }
}
