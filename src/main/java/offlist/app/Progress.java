package offlist.app;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** One line on the terminal for what takes longer than a second; nothing where nobody watches. */
final class Progress {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration EVERY = Duration.ofMillis(200);

    private final PrintStream out;
    private final boolean shown;
    private final String what;
    private final long total;
    private final Instant began = Instant.now();
    private Instant last = Instant.EPOCH;
    private long done;

    Progress(PrintStream out, boolean shown, String what, long total) {
        this.out = out;
        this.shown = shown;
        this.what = what;
        this.total = total;
    }

    /** On standard error, where the launcher found a terminal. */
    static Progress onTerminal(String what, long total) {
        return new Progress(System.err, Boolean.getBoolean("offlist.terminal"), what, total);
    }

    synchronized void advance() {
        done++;
        Instant now = Instant.now();
        if (shown && began.plus(PATIENCE).isBefore(now) && last.plus(EVERY).isBefore(now)) {
            last = now;
            out.printf("\r%s %d of %d\u001b[K", what, done, total);
            out.flush();
        }
    }

    synchronized void end() {
        if (last.isAfter(Instant.EPOCH)) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
