package offlist.alert.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import offlist.alert.Headline;
import offlist.alert.Message;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.SafeText;
import offlist.alert.document.MessageDocument;

/** Runs a program for each message. */
public final class CommandNotifier implements Notifier {
    /** {@code EX_TEMPFAIL} of sysexits. */
    private static final int LATER = 75;
    /** What a shell says of a program that is not there or cannot be run; where it is put there, it works again. */
    private static final int NOT_EXECUTABLE = 126;

    private static final int NOT_FOUND = 127;
    /** 128 and the signal, as Java and shells say it: killed from outside, by an operator or for want of memory. */
    private static final int KILLED = 128 + 9;

    private static final int TERMINATED = 128 + 15;

    private static final int SHOWN = 200;
    private static final List<String> HANDED_ON = List.of("PATH", "HOME", "LANG");

    private final List<String> command;
    private final Duration patience;
    private final Map<String, String> environment;

    /** @param environment the daemon's, of which next to nothing is handed on: it may hold secrets */
    public CommandNotifier(List<String> command, Duration patience, Map<String, String> environment) {
        this.command = List.copyOf(command);
        this.patience = patience;
        this.environment = new TreeMap<>(environment);
        this.environment.keySet().retainAll(HANDED_ON);
    }

    @Override
    public Outcome send(Message message) {
        try {
            Path input = Files.createTempFile("offlist-message", ".json");
            try {
                Files.writeString(input, MessageDocument.of(message).toString());
                return run(message, input);
            } finally {
                Files.deleteIfExists(input);
            }
        } catch (IOException e) {
            return later("the program cannot be started");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return later("interrupted");
        }
    }

    private Outcome run(Message message, Path input) throws IOException, InterruptedException {
        try (Run run = new Run(command, environment(message), input)) {
            OptionalInt status = run.await(patience);
            return status.isEmpty()
                    ? later("the program did not end in time")
                    : outcome(status.getAsInt(), SafeText.line(run.firstWords(), SHOWN));
        }
    }

    private static Outcome outcome(int status, String words) {
        String cause = "exit " + status + (words.isEmpty() ? "" : ": " + words);
        return switch (status) {
            case 0 -> new Outcome.Delivered();
            case LATER, NOT_EXECUTABLE, NOT_FOUND, KILLED, TERMINATED -> later(cause);
            default -> new Outcome.GivenUp(cause);
        };
    }

    private static Outcome later(String cause) {
        return new Outcome.RetryLater(cause, Optional.empty());
    }

    private Map<String, String> environment(Message message) {
        Map<String, String> all = new TreeMap<>(environment);
        all.put("OFFLIST_MESSAGE_ID", message.key());
        all.put("OFFLIST_HEADLINE", Headline.of(message));
        all.put("OFFLIST_KIND", message.kind().label());
        return all;
    }
}
