package offlist.bounce.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines that a file gets, followed over rotation by renaming and by truncation.
 *
 * <p>A file that is seen for the first time begins at its end: what stands in it is old. A file that took the place of the one
 * read so far begins at its start, once the old one is read to its end, under whatever name that lies beside it.
 */
final class TailedFile implements AutoCloseable {
    private static final int BUFFER = 256 * 1024;

    private final Path path;
    private @Nullable FileChannel channel;
    private Position position;

    /** @param known how far it was read before */
    TailedFile(Path path, Optional<Position> known) {
        this.path = path;
        this.position = known.orElse(new Position("", -1));
    }

    /**
     * Whole lines, and how far the file is read when they are taken.
     *
     * @param read bytes that were read, those of a line that was too long included
     */
    record Lines(List<String> lines, Position after, int read) {
        Lines {
            lines = List.copyOf(lines);
        }
    }

    /** The next whole lines; they come again until they are {@link #taken}. */
    Lines next() throws IOException {
        Optional<FileChannel> open = channel();
        return open.isPresent() ? read(open.get()) : new Lines(List.of(), position, 0);
    }

    void taken(Lines lines) {
        position = lines.after();
    }

    private Lines read(FileChannel open) throws IOException {
        if (open.size() < position.offset()) {
            position = new Position(position.file(), 0);
        }
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        int size = Math.max(0, open.read(buffer, position.offset()));
        byte[] bytes = buffer.array();
        int end = lastLineEnd(bytes, size);
        if (end == 0 && size == BUFFER) {
            // No line is this long: pass over what there is of it, the rest will be a line that means nothing.
            return new Lines(List.of(), new Position(position.file(), position.offset() + size), size);
        }
        String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
        List<String> lines =
                text.isEmpty() ? List.of() : new ArrayList<>(text.lines().toList());
        return new Lines(lines, new Position(position.file(), position.offset() + end), end);
    }

    private static int lastLineEnd(byte[] bytes, int size) {
        int end = size;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** The file to read from now; the one before is left only when it has no whole line any more. */
    private Optional<FileChannel> channel() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            return begin();
        }
        Optional<String> current = key(path);
        boolean replaced = current.isPresent() && !current.get().equals(position.file());
        if (replaced && read(open).read() == 0) {
            open.close();
            channel = null;
            position = new Position(current.get(), 0);
            return open(path);
        }
        return Optional.of(open);
    }

    private Optional<FileChannel> begin() throws IOException {
        Optional<String> current = key(path);
        if (current.isEmpty()) {
            return Optional.empty();
        }
        if (position.offset() < 0) {
            position = new Position(current.get(), Files.size(path));
        } else if (!current.get().equals(position.file())) {
            Optional<Path> renamed = renamed(position.file());
            if (renamed.isPresent()) {
                return open(renamed.get());
            }
            position = new Position(current.get(), 0);
        }
        return open(path);
    }

    private Optional<FileChannel> open(Path file) throws IOException {
        FileChannel opened = FileChannel.open(file);
        channel = opened;
        return Optional.of(opened);
    }

    /** The file that was read before the restart, which rotation gave another name. */
    private Optional<Path> renamed(String file) throws IOException {
        Path directory = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(Path.of("."));
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(directory, Files::isRegularFile)) {
            for (Path other : beside) {
                if (key(other).filter(file::equals).isPresent()) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }

    /** What stays the same when a file is renamed. */
    private static Optional<String> key(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(String.valueOf(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey()));
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
