package offlist.bounce.intake;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import offlist.bounce.intake.JournalLines.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The systemd journal, as {@code journalctl} prints it, from the first look on.
 *
 * <p>What came before is printed first by a call that ends; only then is the journal followed, since {@code --follow} shows nothing of
 * earlier boots. The cursor of the last entry taken is remembered; before there is one, the time of the first look.
 */
public final class JournalSource implements BounceSource {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final String unit;
    private final JournalCommand command;
    private final Positions positions;
    private final Consumer<List<String>> taker;
    private final Consumer<String> teller;
    private final InstantSource clock;
    private final BackOff backOff;
    private @Nullable JournalProcess process;
    private boolean following;
    private boolean ending;
    private List<Entry> waiting = new ArrayList<>();

    /**
     * @param program the command {@code journalctl}, or its path
     * @param unit of a mail server, or what its lines are marked with
     * @param taker reads lines and keeps what they tell
     * @param teller is told what the command complains of
     */
    public JournalSource(
            String program,
            String unit,
            Positions positions,
            Consumer<List<String>> taker,
            Consumer<String> teller,
            InstantSource clock) {
        this.unit = unit;
        this.command = new JournalCommand(program, unit);
        this.positions = positions;
        this.taker = taker;
        this.teller = teller;
        this.clock = clock;
        this.backOff = new BackOff(clock, FIRST_PAUSE, LONGEST_PAUSE);
    }

    @Override
    public String name() {
        return "journal of " + unit;
    }

    @Override
    public int step() throws IOException {
        if (waiting.isEmpty()) {
            backOff.check();
            JournalProcess running = running();
            // Asked before it is read: what it printed last is read when it is known to have ended.
            boolean ended = running.hasEnded();
            int read = running.read(waiting::add);
            running.complaints().forEach(teller);
            take();
            if (read == 0 && ended) {
                end(running);
            }
            return read;
        }
        take();
        return 1;
    }

    private void take() {
        if (!waiting.isEmpty()) {
            taker.accept(waiting.stream().map(Entry::line).toList());
            positions.keep(name(), new Position(waiting.getLast().cursor(), 0));
            waiting = new ArrayList<>();
            backOff.works();
        }
    }

    private JournalProcess running() throws IOException {
        JournalProcess running = process;
        if (running == null) {
            running = started();
            process = running;
        }
        return running;
    }

    private JournalProcess started() throws IOException {
        Optional<Position> known = positions.of(name());
        Position position =
                known.orElseGet(() -> new Position("", clock.instant().getEpochSecond()));
        if (known.isEmpty()) {
            positions.keep(name(), position);
        }
        try {
            return JournalProcess.start(command.from(position, following));
        } catch (IOException e) {
            throw backOff.failed(new IOException(command.program() + " cannot be run: " + e.getMessage(), e));
        }
    }

    private void end(JournalProcess ended) throws IOException {
        if (!ending) {
            // What it printed at its end may be on the way from its pipe: one more look.
            ending = true;
            return;
        }
        ending = false;
        process = null;
        ended.close();
        if (!following && ended.succeeded()) {
            following = true;
            return;
        }
        following = false;
        throw backOff.failed(
                new IOException(command.program() + " ended with " + ended.exitValue() + ended.lastWords()));
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
            process = null;
        }
    }
}
