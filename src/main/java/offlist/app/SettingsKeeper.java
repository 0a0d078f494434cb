package offlist.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import offlist.catalogue.Catalogue;
import offlist.catalogue.FurtherFiles;
import offlist.config.CheckReport;
import offlist.config.Reading;
import offlist.config.Settings;
import offlist.pool.FileWatch;
import offlist.web.Reloaded;
import org.jboss.logging.Logger;

/** The settings in force. A changed file is taken as a whole or not at all; the last good one stays. */
final class SettingsKeeper {
    private static final Logger LOG = Logger.getLogger(SettingsKeeper.class);

    private final Catalogue catalogue;
    private final FileWatch watch = new FileWatch();
    private final Consumer<Settings> taken;
    private volatile Loaded loaded;
    /** Of catalogue files: those in force and those of the last attempt, which may be mended. */
    private Set<Path> directories;

    private final Queue<CompletableFuture<Reloaded>> asking = new ConcurrentLinkedQueue<>();
    private Reloaded last = new Reloaded(true, List.of());
    private volatile boolean successful = true;
    private volatile Instant takenAt;

    /** @param taken hears of settings that come into force, on the thread that calls {@link #poll} */
    SettingsKeeper(Loaded loaded, Catalogue catalogue, Instant now, Consumer<Settings> taken) {
        this.loaded = loaded;
        this.catalogue = catalogue;
        this.takenAt = now;
        this.taken = taken;
        this.directories = directories(loaded.further());
        watchFiles();
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

    private static Set<Path> directories(Optional<FurtherFiles> further) {
        return further.map(files -> Set.of(files.directory())).orElse(Set.of());
    }

    private void watchFiles() {
        Set<Path> files = new LinkedHashSet<>();
        loaded.file().ifPresent(files::add);
        directories.forEach(directory -> files.addAll(FurtherFiles.watched(directory)));
        watch.watch(files);
    }

    /**
     * Looks whether the file or one of the catalogue's changed, or somebody wants it read again; call it about every second.
     */
    int poll(Instant now) {
        boolean changed = !watch.poll(now).isEmpty();
        List<CompletableFuture<Reloaded>> wanted = wanted();
        if (changed || !wanted.isEmpty() && loaded.file().isPresent()) {
            reload(now);
        }
        Reloaded outcome = loaded.file().isPresent() ? last : Reloaded.NO_FILE;
        wanted.forEach(each -> each.complete(outcome));
        return 0;
    }

    private List<CompletableFuture<Reloaded>> wanted() {
        List<CompletableFuture<Reloaded>> wanted = new ArrayList<>();
        for (CompletableFuture<Reloaded> each = asking.poll(); each != null; each = asking.poll()) {
            wanted.add(each);
        }
        return wanted;
    }

    /** Reads the file again at the next {@link #poll}, changed or not; secrets in files of their own are read with it. */
    CompletionStage<Reloaded> reload() {
        CompletableFuture<Reloaded> outcome = new CompletableFuture<>();
        asking.add(outcome);
        return outcome;
    }

    private void reload(Instant now) {
        // Before they are read: what changes after the reading is to be noticed.
        watchFiles();
        try {
            Reading reading = loaded.again(catalogue);
            directories = new LinkedHashSet<>(directories(loaded.further()));
            directories.addAll(directories(reading.further()));
            judge(reading, now);
        } catch (RuntimeException e) {
            failed(List.of("the configuration could not be read, which is a mistake of ours"));
            LOG.error("a mistake of ours: the changed configuration could not be read, the last good one stays", e);
        }
        watchFiles();
    }

    private void failed(List<String> why) {
        successful = false;
        last = new Reloaded(false, why);
    }

    private void judge(Reading reading, Instant now) {
        CheckReport report = CheckReport.of(loaded.file().orElseThrow(), reading);
        switch (reading) {
            case Reading.Good good -> take(good, report, now);
            case Reading.Bad bad -> {
                failed(report.lines());
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
            last = new Reloaded(true, report.lines());
            LOG.infof("configuration reloaded: %s", String.join("; ", report.lines()));
        } catch (RuntimeException e) {
            failed(List.of("the configuration could not be taken, which is a mistake of ours"));
            loaded = before;
            LOG.error("a mistake of ours: the changed configuration was not taken, the last good one stays", e);
            // Whoever took the new one before the mistake goes back to the old one with the rest.
            taken.accept(before.settings());
        }
    }
}
