package offlist.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import offlist.alert.AlertPump;

/** A thread for each receiver, so that a dead one delays no other; follows the settings. */
final class AlertLanes implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final AlertPump pump;
    private final InstantSource clock;
    private final Map<String, Worker> lanes = new ConcurrentHashMap<>();
    private final Worker foreman;
    private java.time.Instant tidied = java.time.Instant.EPOCH;

    AlertLanes(AlertPump pump, InstantSource clock) {
        this.pump = pump;
        this.clock = clock;
        this.foreman = new Worker("receivers", LOOK, this::follow);
    }

    void start() {
        foreman.start();
    }

    private int follow() {
        Set<String> wanted = new HashSet<>(pump.receivers());
        wanted.forEach(receiver -> lanes.computeIfAbsent(receiver, this::open));
        lanes.keySet().stream()
                .filter(known -> !wanted.contains(known))
                .toList()
                .forEach(gone -> {
                    Worker lane = lanes.remove(gone);
                    if (lane != null) {
                        lane.close();
                    }
                });
        pump.follow();
        if (tidied.plus(TIDY_EVERY).isBefore(clock.instant())) {
            tidied = clock.instant();
            pump.tidy(clock.instant());
        }
        return 0;
    }

    private Worker open(String receiver) {
        return new Worker("receiver-" + receiver, PAUSE, () -> pump.step(receiver, clock.instant())).start();
    }

    /** Called by the thread that asks, so it waits for nobody. */
    void wake() {
        lanes.values().forEach(Worker::wake);
    }

    @Override
    public void close() {
        Together.close(Stream.concat(Stream.of(foreman), lanes.values().stream()));
    }
}
