package offlist.app;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import offlist.bounce.intake.BounceSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One source of bounces in force, with what is wrong with it. A source that waits has a thread of its own. */
final class Intake implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final BounceSource source;
    private final Optional<Worker> own;
    private volatile @Nullable String trouble;
    private volatile boolean looked;

    private Intake(BounceSource source, boolean waits) {
        this.source = source;
        this.own = waits
                ? Optional.of(Worker.onTheSide("bounces of " + source.name(), PAUSE, this::look))
                : Optional.empty();
    }

    static Intake of(BounceSource source, boolean waits) {
        Intake intake = new Intake(source, waits);
        intake.own.ifPresent(Worker::start);
        return intake;
    }

    /** Takes what is there and returns how much that was; nothing where that happens on its own thread. */
    int step() {
        return own.isPresent() ? 0 : look();
    }

    private int look() {
        try {
            int done = source.step();
            looked = true;
            if (trouble != null) {
                trouble = null;
                LOG.infof("%s can be read again", Plain.text(source.name()));
            }
            return done;
        } catch (IOException e) {
            complain(e);
            return 0;
        }
    }

    /** An outage is told when it begins and when it changes. */
    private void complain(IOException e) {
        String words = e instanceof NoSuchFileException gone
                ? "there is no " + gone.getFile()
                : String.valueOf(e.getMessage());
        if (!words.equals(trouble)) {
            trouble = words;
            looked = true;
            LOG.warnf("%s cannot be read, trying again: %s", Plain.text(source.name()), Plain.text(words));
        }
    }

    String name() {
        return source.name();
    }

    /** Whether it is known yet how it is. */
    boolean looked() {
        return looked;
    }

    /** Why nothing comes from it; empty while it works. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void close() {
        own.ifPresent(Worker::leave);
        try {
            source.close();
        } catch (IOException e) {
            LOG.debugf(e, "%s was not closed", source.name());
        }
    }
}
