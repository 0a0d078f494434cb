package offlist.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import offlist.events.NotTakenException;
import offlist.store.StoreException;
import org.jboss.logging.Logger;

/** A thread that does something again and again: at once while there is work, else after a pause or when woken. */
final class Worker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Worker.class);
    /** What is cut off goes on after the next start: each step keeps what it did in one transaction. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String name;
    private final IntSupplier step;
    private final Duration pause;
    private final Thread thread;
    private volatile boolean stopped;
    private String trouble = "";

    /** @param step does a piece of work and says how much it was */
    Worker(String name, Duration pause, IntSupplier step) {
        this.name = name;
        this.step = step;
        this.pause = pause;
        this.thread = new Thread(this::run, "offlist-" + name);
    }

    /** One whose step may wait long for others, so that nobody waits for its end. */
    static Worker onTheSide(String name, Duration pause, IntSupplier step) {
        Worker worker = new Worker(name, pause, step);
        worker.thread.setDaemon(true);
        return worker;
    }

    Worker start() {
        thread.start();
        return this;
    }

    /** There may be work. */
    void wake() {
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!stopped) {
            if (once() == 0 && !stopped) {
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    private int once() {
        try {
            int done = step.getAsInt();
            if (!trouble.isEmpty()) {
                LOG.infof("%s works again", name);
                trouble = "";
            }
            return done;
        } catch (StoreException | NotTakenException e) {
            complain(e.getMessage(), null);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            // One message that is too much must not end the thread that carries all others.
            complain(String.valueOf(e), e);
        }
        return 0;
    }

    /** An outage is logged when it begins and when it changes, not at every attempt. */
    private void complain(
            @org.jspecify.annotations.Nullable String what, @org.jspecify.annotations.Nullable Throwable e) {
        String now = String.valueOf(what);
        if (!stopped && !now.equals(trouble)) {
            trouble = now;
            LOG.errorf(e, "%s does not work, trying again: %s", name, now);
        }
    }

    /** Ends it after the step that it is at, without waiting for that. */
    void leave() {
        stopped = true;
        wake();
    }

    @Override
    public void close() {
        leave();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
