package offlist.app;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.dns.ResolverId;
import offlist.probe.Health;
import offlist.probe.HealthProbe;

/** Asks the test points of lists once, now: one question a list at a time, and not all lists at the same time. */
final class VerifyRun {
    static final int AT_ONCE = 32;

    private final HealthProbe probe;
    private final Semaphore room = new Semaphore(AT_ONCE);

    VerifyRun(HealthProbe probe) {
        this.probe = probe;
    }

    /** What the test points of one list for one kind of target said through one resolver. */
    record Finding(WatchedList list, Kind kind, ResolverId resolver, Health health) {}

    static int size(List<WatchedList> lists) {
        return lists.stream()
                .mapToInt(list -> list.asked().list().kinds().size()
                        * list.asked().resolvers().size())
                .sum();
    }

    List<Finding> run(List<WatchedList> lists, Progress progress) {
        ConcurrentLinkedQueue<Finding> findings = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lists.forEach(list -> threads.execute(() -> {
                room.acquireUninterruptibly();
                try {
                    verify(list, findings, progress);
                } finally {
                    room.release();
                }
            }));
        }
        progress.end();
        return List.copyOf(findings);
    }

    private void verify(WatchedList list, ConcurrentLinkedQueue<Finding> findings, Progress progress) {
        DnsList known = list.asked().list();
        for (Kind kind : known.kinds().stream().sorted().toList()) {
            for (ResolverId resolver : list.asked().resolvers()) {
                findings.add(new Finding(
                        list,
                        kind,
                        resolver,
                        probe.check(list.asked(), kind, resolver).join()));
                progress.advance();
            }
        }
    }
}
