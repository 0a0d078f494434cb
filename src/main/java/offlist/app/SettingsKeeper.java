package offlist.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import offlist.catalogue.Catalogue;
import offlist.config.CheckReport;
import offlist.config.Reading;
import offlist.config.Settings;
import offlist.pool.FileWatch;
import org.jboss.logging.Logger;

/** The settings in force. A changed file is taken as a whole or not at all; the last good one stays. */
final class SettingsKeeper {
    private static final Logger LOG = Logger.getLogger(SettingsKeeper.class);

    private final Catalogue catalogue;
    private final FileWatch watch = new FileWatch();
    private final Consumer<Settings> taken;
    private volatile Loaded loaded;
    private volatile boolean successful = true;
    private volatile Instant takenAt;

    /** @param taken hears of settings that come into force, on the thread that calls {@link #poll} */
    SettingsKeeper(Loaded loaded, Catalogue catalogue, Instant now, Consumer<Settings> taken) {
        this.loaded = loaded;
        this.catalogue = catalogue;
        this.takenAt = now;
        this.taken = taken;
        watch.watch(loaded.file().map(List::of).orElse(List.of()));
    }

    Settings settings() {
        return loaded.settings();
    }

    Optional<Path> file() {
        return loaded.file();
    }

    /** Whether the last reading of the file was taken. */
    boolean successful() {
        return successful;
    }

    Instant takenAt() {
        return takenAt;
    }

    /** Looks whether the file changed; call it about every second. */
    int poll(Instant now) {
        if (!watch.poll(now).isEmpty()) {
            reload(now);
        }
        return 0;
    }

    private void reload(Instant now) {
        try {
            judge(loaded.again(catalogue), now);
        } catch (RuntimeException e) {
            successful = false;
            LOG.error("a mistake of ours: the changed configuration could not be read, the last good one stays", e);
        }
    }

    private void judge(Reading reading, Instant now) {
        CheckReport report = CheckReport.of(loaded.file().orElseThrow(), reading);
        switch (reading) {
            case Reading.Good good -> take(good, report, now);
            case Reading.Bad bad -> {
                successful = false;
                LOG.errorf(
                        "the changed configuration is wrong and not taken, the last good one stays: %s",
                        String.join("; ", report.lines()));
            }
        }
    }

    private void take(Reading.Good good, CheckReport report, Instant now) {
        Loaded before = loaded;
        loaded = loaded.with(good);
        try {
            taken.accept(good.settings());
            successful = true;
            takenAt = now;
            LOG.infof("configuration reloaded: %s", String.join("; ", report.lines()));
        } catch (RuntimeException e) {
            successful = false;
            loaded = before;
            LOG.error("a mistake of ours: the changed configuration was not taken, the last good one stays", e);
            // Whoever took the new one before the mistake goes back to the old one with the rest.
            taken.accept(before.settings());
        }
    }
}
