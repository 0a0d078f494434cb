package offlist.bounce.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import offlist.bounce.intake.JournalLines.Entry;

/** A {@code journalctl} that runs. Nothing here waits for it: what it has printed is read, however much that is. */
final class JournalProcess implements AutoCloseable {
    /** More than a pipe holds, so that one read takes all that is there. */
    private static final int BLOCK = 256 * 1024;

    private static final int COMPLAINTS = 10;
    private static final int LONGEST_COMPLAINT = 300;

    private final Process process;
    private final InputStream printed;
    private final InputStream complained;
    private final JournalLines lines = new JournalLines();
    private final byte[] block = new byte[BLOCK];
    private final StringBuilder complaint = new StringBuilder();
    private int complaints;
    private String lastWords = "";

    private JournalProcess(Process process) {
        this.process = process;
        this.printed = process.getInputStream();
        this.complained = process.getErrorStream();
    }

    static JournalProcess start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        return new JournalProcess(process);
    }

    /** Bytes that were read. */
    int read(Consumer<Entry> taker) throws IOException {
        int read = some(printed);
        if (read > 0) {
            lines.add(block, read, taker);
        }
        return read;
    }

    private int some(InputStream from) throws IOException {
        return from.available() > 0 ? Math.max(0, from.read(block)) : 0;
    }

    /** Whole lines that it wrote where errors go; no more than a few of them. */
    List<String> complaints() throws IOException {
        int read = some(complained);
        List<String> whole = new ArrayList<>();
        for (char c : new String(block, 0, read, StandardCharsets.UTF_8).toCharArray()) {
            if (c != '\n') {
                complaint.append(complaint.length() < LONGEST_COMPLAINT ? String.valueOf(c) : "");
            } else if (!complaint.isEmpty()) {
                lastWords = complaint.toString();
                complaint.setLength(0);
                if (complaints++ < COMPLAINTS) {
                    whole.add(lastWords);
                }
            }
        }
        return whole;
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    boolean succeeded() {
        return process.exitValue() == 0;
    }

    int exitValue() {
        return process.exitValue();
    }

    String lastWords() {
        return lastWords.isEmpty() ? "" : ": " + lastWords;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            printed.close();
            complained.close();
        } catch (IOException e) {
            // Nobody reads them any more.
        }
    }
}
