package offlist.bounce.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import offlist.bounce.intake.TailedFile.Lines;

/** A mail server's log, followed. */
public final class LogSource implements BounceSource {
    private final String name;
    private final TailedFile file;
    private final Positions positions;
    private final Consumer<List<String>> taker;

    /** @param taker reads lines and keeps what they tell */
    public LogSource(String format, Path path, Positions positions, Consumer<List<String>> taker) {
        this.name = format + " log " + path;
        this.positions = positions;
        this.file = new TailedFile(path, positions.of(name));
        this.taker = taker;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int step() throws IOException {
        Lines lines = file.next();
        if (!lines.lines().isEmpty()) {
            taker.accept(lines.lines());
        }
        if (lines.read() > 0 || positions.of(name).isEmpty()) {
            positions.keep(name, lines.after());
        }
        file.taken(lines);
        return lines.read();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
