package offlist.app;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import offlist.bounce.intake.BounceSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One source of bounces in force, with what is wrong with it. */
final class Intake implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final BounceSource source;
    private @Nullable String trouble;

    Intake(BounceSource source) {
        this.source = source;
    }

    /** Takes what is there and returns how much that was. */
    int step() {
        try {
            int done = source.step();
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
            LOG.warnf("%s cannot be read, trying again: %s", Plain.text(source.name()), Plain.text(words));
        }
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            LOG.debugf(e, "%s was not closed", source.name());
        }
    }
}
