package offlist.app;

import org.jboss.logging.Logger;
import sun.misc.Signal;

/** SIGHUP makes a daemon read its configuration again, as {@code systemctl reload} expects. */
final class HangUp {
    private static final Logger LOG = Logger.getLogger(HangUp.class);

    private HangUp() {}

    static void reloads(Daemon daemon) {
        try {
            Signal.handle(new Signal("HUP"), signal -> daemon.reload());
        } catch (IllegalArgumentException none) {
            // Not every system has it, and a runtime can keep it to itself.
            LOG.debug("there is no SIGHUP here", none);
        }
    }
}
