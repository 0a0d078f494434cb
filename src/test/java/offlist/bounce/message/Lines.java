package offlist.bounce.message;

import java.util.List;
import java.util.Optional;
import offlist.bounce.Attempt;

/** Attempts as lines that can be compared and read: recipient, server, its address, status, words with their spaces collapsed. */
final class Lines {
    private Lines() {}

    static List<String> of(List<Attempt> attempts) {
        return attempts.isEmpty()
                ? List.of("nothing")
                : attempts.stream().map(Lines::of).toList();
    }

    private static String of(Attempt attempt) {
        return of(
                attempt.recipient(),
                attempt.remoteMta(),
                attempt.remoteAddress(),
                attempt.dsnStatus(),
                attempt.reply());
    }

    static String of(Optional<?> recipient, Optional<?> host, Optional<?> address, Optional<?> status, String words) {
        String collapsed = words.replaceAll("\\s+", " ").strip();
        return String.join(
                " | ", or(recipient), or(host), or(address), or(status), collapsed.isEmpty() ? "-" : collapsed);
    }

    private static String or(Optional<?> value) {
        return value.map(Object::toString).orElse("-");
    }
}
