package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import offlist.catalogue.ListId;
import offlist.dns.HotPath;
import offlist.pool.Target;
import offlist.probe.Pair;
import offlist.schedule.Aside;
import offlist.track.Held;
import offlist.track.PairStatus;
import offlist.track.Status;
import offlist.track.StatusBoard;
import org.jboss.logging.Logger;

/** The one thread that owns the {@link Monitor}. Other threads hand it work and read what it publishes. */
final class Engine implements StatusBoard, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Engine.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LOOK_AROUND = Duration.ofMillis(2);
    private static final Duration PUBLISH_EVERY = Duration.ofMillis(500);
    /** When thousands open at once, the picture is not drawn for each. */
    private static final Duration NEWS_AFTER = Duration.ofMillis(20);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration ENDING = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final ConcurrentLinkedQueue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final HotPath hot;
    private final Monitor monitor;
    private final StatusWriter writer;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile boolean recorded = true;
    private volatile Status published;
    private Instant stepped = Instant.EPOCH;
    private Instant publishedAt = Instant.EPOCH;

    /**
     * @param hot the short way of the monitor's questions; the engine waits where its answers come in, and closes it
     * @param monitor is given the engine, so that its questions can bring their answers here
     */
    Engine(InstantSource clock, HotPath hot, Function<Engine, Monitor> monitor) {
        this.clock = clock;
        this.hot = hot;
        this.monitor = monitor.apply(this);
        this.writer = new StatusWriter(this.monitor);
        this.published = writer.status(clock.instant());
        this.thread = new Thread(this::run, "offlist-engine");
    }

    void start() {
        thread.start();
    }

    /** Whether a list may be asked one more question at once; any thread may ask for it. */
    boolean spare(ListId list) {
        return monitor.loop().aside(list).map(Aside::take).orElse(true);
    }

    Instant time() {
        return clock.instant();
    }

    /** Does something on the engine's thread, soon. */
    void submit(Runnable work) {
        inbox.add(work);
        hot.wake();
    }

    /** Does something with the monitor on the engine's thread, soon. */
    void tell(java.util.function.BiConsumer<Monitor, Instant> work) {
        submit(() -> work.accept(monitor, clock.instant()));
    }

    <T> CompletableFuture<T> ask(Function<Monitor, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        submit(() -> {
            try {
                answer.complete(question.apply(monitor));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
                throw e;
            }
        });
        return answer;
    }

    private void run() {
        try (hot) {
            int answers = 0;
            while (!stopped) {
                int told = drain();
                Instant now = clock.instant();
                int work = answers + told;
                work += answers == 0 || told > 0 || timeToLookAround(now) ? step(now) : ask(now);
                answers = poll(work == 0 && inbox.isEmpty() ? pause(now) : Duration.ZERO);
            }
        }
    }

    /** Between two answers of the hot path there is nothing new to look at, but what is asked next. */
    private boolean timeToLookAround(Instant now) {
        return now.isBefore(stepped) || !now.isBefore(stepped.plus(LOOK_AROUND));
    }

    private int ask(Instant now) {
        try {
            return monitor.ask(now);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            LOG.error("a mistake of ours; the checks go on", e);
            return 0;
        }
    }

    private int poll(Duration pause) {
        try {
            return hot.poll(roundedUp(pause));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            LOG.error("a mistake of ours; the checks go on", e);
            LockSupport.parkNanos(LONGEST_PAUSE.toNanos());
            return 0;
        }
    }

    private static long roundedUp(Duration pause) {
        return pause.plusNanos(999_999).toMillis();
    }

    private int step(Instant now) {
        stepped = now;
        try {
            int done = monitor.step(now);
            recorded = monitor.recorded();
            publish(now);
            return done;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            LOG.error("a mistake of ours; the checks go on", e);
            LockSupport.parkNanos(LONGEST_PAUSE.toNanos());
            return 0;
        }
    }

    private int drain() {
        int done = 0;
        for (Runnable work = inbox.poll(); work != null; work = inbox.poll()) {
            try {
                work.run();
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                LOG.error("a mistake of ours; the checks go on", e);
            }
            done++;
        }
        return done;
    }

    private Duration pause(Instant now) {
        Duration pause =
                monitor.nextAt(now).map(at -> Duration.between(now, at)).orElse(LONGEST_PAUSE);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.isNegative() ? Duration.ZERO : pause;
    }

    private void publish(Instant now) {
        boolean news = published.open().size() != monitor.tracker().openCount();
        Duration wait = news ? NEWS_AFTER : PUBLISH_EVERY;
        if (publishedAt.plus(wait).isBefore(now) || publishedAt.isAfter(now)) {
            published = writer.status(now);
            publishedAt = now;
        }
    }

    @Override
    public Status now() {
        return published;
    }

    @Override
    public List<PairStatus> pairs(Target target) {
        return answer(m -> writer.pairs(target));
    }

    @Override
    public Optional<Held> held(Pair pair) {
        return answer(m -> m.tracker().held(pair));
    }

    private <T> T answer(Function<Monitor, T> question) {
        try {
            return ask(question).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the engine was asked", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the engine does not answer", e);
        }
    }

    /** Whether the store takes what happens. */
    boolean recorded() {
        return recorded;
    }

    /** Whether the thread is there and has published lately. */
    boolean alive() {
        Instant published = now().at();
        return thread.isAlive() && published.plus(PATIENCE).isAfter(clock.instant());
    }

    @Override
    public void close() {
        stopped = true;
        hot.wake();
        try {
            thread.join(ENDING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
