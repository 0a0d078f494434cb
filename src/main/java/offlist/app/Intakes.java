package offlist.app;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import offlist.bounce.BounceSettings;
import offlist.bounce.SourceSettings;
import offlist.bounce.intake.BounceSource;
import org.jboss.logging.Logger;

/** The sources of bounces in force; one thread lets each do a piece of work in turn. */
final class Intakes implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Intakes.class);

    private final Function<SourceSettings, BounceSource> opener;
    private final Map<SourceSettings, BounceSource> open = new HashMap<>();
    private final Map<SourceSettings, String> trouble = new HashMap<>();
    private volatile List<SourceSettings> wanted = List.of();

    Intakes(Function<SourceSettings, BounceSource> opener) {
        this.opener = opener;
    }

    /** These from now on; what stays the same goes on undisturbed. */
    void configure(BounceSettings settings) {
        wanted = settings.sources();
    }

    /** Lets each source take what is there; returns how much that was. */
    int step() {
        List<SourceSettings> now = wanted;
        for (SourceSettings gone : new ArrayList<>(open.keySet())) {
            if (!now.contains(gone)) {
                close(gone);
            }
        }
        return now.stream().mapToInt(this::step).sum();
    }

    private int step(SourceSettings settings) {
        BounceSource source = open.computeIfAbsent(settings, opener);
        try {
            int done = source.step();
            if (trouble.remove(settings) != null) {
                LOG.infof("%s can be read again", Plain.text(source.name()));
            }
            return done;
        } catch (IOException e) {
            complain(settings, source, e);
            return 0;
        }
    }

    /** An outage is told when it begins and when it changes. */
    private void complain(SourceSettings settings, BounceSource source, IOException e) {
        String words = e instanceof NoSuchFileException gone ? "there is no " + gone.getFile() : String.valueOf(e);
        if (!words.equals(trouble.put(settings, words))) {
            LOG.warnf("%s cannot be read, trying again: %s", Plain.text(source.name()), Plain.text(words));
        }
    }

    private void close(SourceSettings settings) {
        trouble.remove(settings);
        BounceSource source = open.remove(settings);
        try {
            if (source != null) {
                source.close();
            }
        } catch (IOException e) {
            LOG.debugf(e, "%s was not closed", source.name());
        }
    }

    @Override
    public void close() {
        new ArrayList<>(open.keySet()).forEach(this::close);
    }
}
