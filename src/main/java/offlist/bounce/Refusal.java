package offlist.bounce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.bounce.Bounce.Returned;
import offlist.catalogue.ListId;
import offlist.reply.Meaning;
import offlist.reply.RefusalClass;

/**
 * One recipient's server did not take a message of ours: who, why, and what it means.
 *
 * @param returned what is left of the message, by which a repeat is known
 */
public record Refusal(Attempt attempt, Meaning meaning, RefusedAddress about, Returned returned) {
    private static final Set<RefusalClass> BLOCKS =
            Set.of(RefusalClass.PRIVATE_LIST, RefusalClass.PUBLIC_LIST, RefusalClass.POLICY);
    private static final int LONGEST = 500;

    /**
     * The same for the same refusal, by whichever way it is told: the report, the log, a web hook. A message that is tried
     * again and refused again with the same code is one refusal.
     */
    public String key() {
        String message = attempt.reference().or(returned::messageId).orElse("");
        boolean unknown = message.isEmpty();
        String words = unknown ? attempt.reply() : "";
        return digest(Stream.of(
                message,
                words,
                attempt.recipient().orElse("").toLowerCase(Locale.ROOT),
                meaning.replyCode().map(String::valueOf).orElse(""),
                meaning.refusalClass().label(),
                about.address().filter(address -> unknown).map(Object::toString).orElse("")));
    }

    /** Whether it may be kept, counted and joined: not what is known to be about somebody else's address. */
    public boolean concernsUs() {
        return about.ours().orElse(true);
    }

    /** Whoever refuses our address by a judgement of its own, where there is no list that could be asked about it. */
    public Optional<ListId> blockedBy() {
        boolean judged = meaning.relevant()
                && !meaning.receiverFault()
                && meaning.known().isEmpty()
                && BLOCKS.contains(meaning.refusalClass());
        return judged && about.ours().orElse(false) ? receiver() : Optional.empty();
    }

    private Optional<ListId> receiver() {
        return meaning.privateList()
                .or(() -> meaning.operator()
                        .filter(operator -> !operator.equals(Meaning.SOMEBODY))
                        .map(operator -> operator.replace('_', '-')))
                .or(this::domain)
                .flatMap(ListId::parse);
    }

    /** The server's words, as long as words are. */
    public String words() {
        return words(attempt.reply());
    }

    static String words(String reply) {
        String words = reply.replaceAll("\\s+", " ").strip();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    /** The recipient's domain, in lower case. */
    public Optional<String> domain() {
        return attempt.recipientDomain().map(domain -> domain.toLowerCase(Locale.ROOT));
    }

    /** Short, and different for different parts. */
    static String digest(Stream<String> parts) {
        String text = parts.collect(Collectors.joining("\u0000"));
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
