package offlist.bounce.hook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Says in the log why a hook is refused: who set it up wrong learns it nowhere else. Once in a while, as anybody can ring. */
final class Doorbell {
    private static final Logger LOG = System.getLogger(Doorbell.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Map<String, Instant> said = new HashMap<>();

    /** @param reason in words of ours */
    void refused(HookSettings hook, String reason, Instant now) {
        if (due(hook.name(), now)) {
            LOG.log(Level.WARNING, "the web hook {0} ({1}) refuses requests: {2}", hook.name(), hook.service(), reason);
        }
    }

    void confirmed(HookSettings hook) {
        LOG.log(Level.INFO, "the web hook {0} ({1}) has confirmed its subscription", hook.name(), hook.service());
    }

    private synchronized boolean due(String hook, Instant now) {
        Instant last = said.get(hook);
        boolean due = last == null || Duration.between(last, now).abs().compareTo(PAUSE) >= 0;
        if (due) {
            said.put(hook, now);
        }
        return due;
    }
}
