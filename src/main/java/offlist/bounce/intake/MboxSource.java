package offlist.bounce.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import offlist.bounce.intake.TailedFile.Lines;
import offlist.bounce.message.MessageReader;

/**
 * A mailbox in one file (RFC 4155): messages that are appended to it are taken, nothing in it is changed.
 *
 * <p>A message is whole when the next one begins, or when nothing has been added since the last look.
 */
public final class MboxSource implements BounceSource {
    private static final String BEGIN = "From ";

    private final String name;
    private final TailedFile file;
    private final Positions positions;
    private final Consumer<byte[]> taker;
    private final List<String> message = new ArrayList<>();
    private long length;

    /** @param taker reads a message and keeps what it tells */
    public MboxSource(Path path, Positions positions, Consumer<byte[]> taker) {
        this.name = "mbox " + path;
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
        lines.lines().forEach(this::line);
        file.taken(lines);
        if (lines.read() == 0) {
            finish();
        }
        // While a message is not whole the position stays before it, so that a restart reads it from its beginning.
        if (message.isEmpty() && (lines.read() > 0 || !positions.of(name).equals(Optional.of(lines.after())))) {
            positions.keep(name, lines.after());
        }
        return lines.read();
    }

    private void line(String line) {
        if (line.startsWith(BEGIN)) {
            finish();
        }
        if (length < MessageReader.LARGEST) {
            message.add(line);
            length += line.length() + 1L;
        }
    }

    private void finish() {
        if (!message.isEmpty()) {
            taker.accept(String.join("\n", message).concat("\n").getBytes(StandardCharsets.UTF_8));
            message.clear();
            length = 0;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
