package offlist.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import offlist.bounce.BounceSettings;
import offlist.bounce.SourceSettings;

/** The sources of bounces in force; one thread lets each do a piece of work in turn, but for those that wait. */
final class Intakes implements AutoCloseable {
    private final Function<SourceSettings, Intake> opener;
    private final Map<SourceSettings, Intake> open = new LinkedHashMap<>();
    private volatile List<SourceSettings> wanted = List.of();
    private volatile Optional<List<Intake>> running = Optional.empty();

    Intakes(Function<SourceSettings, Intake> opener) {
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
        List<Intake> all = now.stream()
                .map(settings -> open.computeIfAbsent(settings, opener))
                .toList();
        running = Optional.of(all);
        return all.stream().mapToInt(Intake::step).sum();
    }

    /** Those in force, to be asked how they are; empty until they are opened. Any thread. */
    Optional<List<Intake>> running() {
        return running;
    }

    private void close(SourceSettings settings) {
        Intake intake = open.remove(settings);
        if (intake != null) {
            intake.close();
        }
    }

    @Override
    public void close() {
        new ArrayList<>(open.keySet()).forEach(this::close);
    }
}
