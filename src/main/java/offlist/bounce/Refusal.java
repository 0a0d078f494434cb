package offlist.bounce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.bounce.Bounce.Returned;
import offlist.reply.Meaning;

/**
 * One recipient's server did not take a message of ours: who, why, and what it means.
 *
 * @param returned what is left of the message, by which a repeat is known
 */
public record Refusal(Attempt attempt, Meaning meaning, RefusedAddress about, Returned returned) {

    /**
     * The same for the same refusal, by whichever way it is told: the report, the log, a web hook. A message that is tried
     * again and refused again with the same code is one refusal.
     */
    public String key() {
        String message = attempt.reference().or(returned::messageId).orElse("");
        String words = message.isEmpty() ? attempt.reply() : "";
        return digest(Stream.of(
                        message,
                        words,
                        attempt.recipient().orElse("").toLowerCase(Locale.ROOT),
                        meaning.replyCode().map(String::valueOf).orElse(""),
                        meaning.refusalClass().label(),
                        about.address().map(Object::toString).orElse(""))
                .collect(Collectors.joining("\u0000")));
    }

    /** Whether it may be kept, counted and joined: not what is known to be about somebody else's address. */
    public boolean concernsUs() {
        return about.ours().orElse(true);
    }

    /** The recipient's domain, in lower case. */
    public Optional<String> domain() {
        return attempt.recipientDomain().map(domain -> domain.toLowerCase(Locale.ROOT));
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
