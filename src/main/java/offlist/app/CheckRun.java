package offlist.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import offlist.catalogue.Kind;
import offlist.dns.ResolverId;
import offlist.pool.Target;
import offlist.probe.AskedList;
import offlist.probe.Check;
import offlist.probe.Health;
import offlist.probe.HealthProbe;
import offlist.probe.Observation;
import offlist.probe.Prober;
import offlist.probe.Verdict;
import offlist.schedule.Plan;
import offlist.schedule.Planner;
import offlist.schedule.PollLoop;

/**
 * Asks lists once, now, without a daemon: each list at its own pace, its test points first, so that no answer of a list
 * that is not to be believed is shown as one.
 */
final class CheckRun {
    private final Prober prober;
    private final HealthProbe healthProbe;

    CheckRun(Prober prober, HealthProbe healthProbe) {
        this.prober = prober;
        this.healthProbe = healthProbe;
    }

    /**
     * What one list said of one target.
     *
     * @param health of the list by the path that was used
     * @param observation empty when the list is not to be believed and was not asked
     */
    record Line(Target target, WatchedList list, Health health, Optional<Observation> observation) {
        /** The verdict in one word: {@code listed}, {@code not_listed} or {@code unknown}. */
        String verdict() {
            return observation
                    .map(Observation::verdict)
                    .filter(Verdict::definite)
                    .map(Verdict::label)
                    .orElse("unknown");
        }
    }

    /** All lines, list by list; a list that takes no such target has none. */
    List<Line> run(Collection<WatchedList> lists, Collection<Target> targets, Progress progress) {
        ConcurrentLinkedQueue<Line> lines = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (WatchedList list : lists) {
                threads.execute(() -> run(list, targets, lines, progress));
            }
        }
        progress.end();
        return List.copyOf(lines);
    }

    private void run(WatchedList list, Collection<Target> targets, Collection<Line> lines, Progress progress) {
        List<Target> mine = targets.stream()
                .filter(target -> list.asked().list().kinds().contains(PollLoop.kindOf(target)))
                .toList();
        Plan plan = Planner.plan(list.asking(mine.size(), 0, 1), Duration.ZERO);
        Semaphore window = new Semaphore(Math.min(plan.window(), 32));
        Map<Kind, Path> paths = new EnumMap<>(Kind.class);
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (Target target : mine) {
            Path path = paths.computeIfAbsent(PollLoop.kindOf(target), kind -> path(list.asked(), kind));
            window.acquireUninterruptibly();
            answers.add(ask(list, target, path).thenAccept(line -> {
                lines.add(line);
                window.release();
                progress.advance();
            }));
            pace(plan);
        }
        answers.forEach(CompletableFuture::join);
    }

    private static void pace(Plan plan) {
        try {
            TimeUnit.NANOSECONDS.sleep((long) (1e9 / plan.perSecond()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Path(ResolverId resolver, Health health) {
        boolean usable() {
            return health.believable() || health.state() == Health.State.UNVERIFIED;
        }
    }

    /** The first resolver by which the list's test points pass, else the first one and what is wrong with it. */
    private Path path(AskedList list, Kind kind) {
        List<Path> paths = new ArrayList<>();
        for (ResolverId resolver : list.resolvers()) {
            Path path =
                    new Path(resolver, healthProbe.check(list, kind, resolver).join());
            if (path.usable()) {
                return path;
            }
            paths.add(path);
        }
        return paths.getFirst();
    }

    private CompletableFuture<Line> ask(WatchedList list, Target target, Path path) {
        if (!path.usable()) {
            return CompletableFuture.completedFuture(new Line(target, list, path.health(), Optional.empty()));
        }
        Check check = new Check(list.asked(), target, path.resolver(), true);
        return ask(check, list.asked().tries())
                .thenApply(observation -> new Line(target, list, path.health(), Optional.of(observation)));
    }

    private CompletableFuture<Observation> ask(Check check, int tries) {
        return prober.probe(check)
                .thenCompose(observation -> observation.verdict() instanceof Verdict.Failed && tries > 1
                        ? ask(check, tries - 1)
                        : CompletableFuture.completedFuture(observation));
    }
}
