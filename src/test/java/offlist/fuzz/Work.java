package offlist.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** What the program needs for a check, without what the test needs to make and to judge it. One thread. */
final class Work {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long bytes;
    private long nanos;

    /** Counts what is done here. */
    <T> T counted(Supplier<T> work) {
        return measured(work, 1);
    }

    /** Takes what is done here off a count around it. */
    <T> T aside(Supplier<T> work) {
        return measured(work, -1);
    }

    private <T> T measured(Supplier<T> work, int sign) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long began = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos += sign * (System.nanoTime() - began);
            bytes += sign * (THREADS.getCurrentThreadAllocatedBytes() - before);
        }
    }

    long bytes() {
        return bytes;
    }

    long nanos() {
        return nanos;
    }
}
