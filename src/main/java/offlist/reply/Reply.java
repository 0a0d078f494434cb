package offlist.reply;

import java.util.Optional;

/**
 * What a server said when it did not take a message.
 *
 * @param text as received: it may begin with a diagnostic type, repeat its code on each line, and be folded
 * @param remoteMta the host that said it
 * @param recipientDomain the domain of the recipient it was said about
 * @param dsnStatus the status that the report gives beside the text (RFC 3464, section 2.3.4); the sending server chose it
 */
public record Reply(
        String text, Optional<String> remoteMta, Optional<String> recipientDomain, Optional<String> dsnStatus) {

    /** A reply of which nothing but the text is known. */
    public static Reply of(String text) {
        return new Reply(text, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
