package offlist.app;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Ends what has threads of its own all at once: whoever waits for a silent server keeps only itself waiting. */
final class Together {
    private static final Logger LOG = Logger.getLogger(Together.class);

    private Together() {}

    /** Returns when all have ended, or have been waited for as long as each of them is. */
    static void close(Stream<? extends AutoCloseable> all) {
        List<Thread> closing =
                all.map(each -> Thread.ofVirtual().start(() -> close(each))).toList();
        join(closing);
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            LOG.warnf(e, "%s did not end well", each.getClass().getSimpleName());
        }
    }

    private static void join(Collection<Thread> closing) {
        try {
            for (Thread each : closing) {
                each.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
