package offlist.bounce.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import offlist.bounce.message.MessageReader;

/**
 * A Maildir: each message in {@code new} is taken, then marked as seen by moving it to {@code cur}, as a mail reader does. What
 * is in {@code tmp} is not there yet.
 */
public final class MaildirSource implements BounceSource {
    private static final int BATCH = 100;
    private static final String SEEN = ":2,S";

    private final Path directory;
    private final Consumer<byte[]> taker;

    /** @param taker reads a message and keeps what it tells */
    public MaildirSource(Path directory, Consumer<byte[]> taker) {
        this.directory = directory;
        this.taker = taker;
    }

    @Override
    public String name() {
        return "Maildir " + directory;
    }

    @Override
    public int step() throws IOException {
        List<Path> messages = waiting();
        for (Path message : messages) {
            take(message);
        }
        return messages.size();
    }

    private List<Path> waiting() throws IOException {
        List<Path> messages = new ArrayList<>();
        try (DirectoryStream<Path> there = Files.newDirectoryStream(directory.resolve("new"), Files::isRegularFile)) {
            for (Path message : there) {
                messages.add(message);
                if (messages.size() == BATCH) {
                    break;
                }
            }
        }
        return messages;
    }

    private void take(Path message) throws IOException {
        try (InputStream content = Files.newInputStream(message)) {
            taker.accept(content.readNBytes(MessageReader.LARGEST));
        } catch (NoSuchFileException taken) {
            return;
        }
        Path seen = Files.createDirectories(directory.resolve("cur")).resolve(message.getFileName() + SEEN);
        Files.move(message, seen);
    }

    @Override
    public void close() {}
}
