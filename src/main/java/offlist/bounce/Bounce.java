package offlist.bounce;

import java.util.List;
import java.util.Optional;
import offlist.pool.IpAddress;

/**
 * What a message that came back tells.
 *
 * @param attempts one for each recipient that was not reached; none when the message tells of no failure
 * @param complaints recipients' complaints (RFC 5965) that it reports
 * @param returned what is left of the message that could not be delivered
 */
public record Bounce(List<Attempt> attempts, List<Complaint> complaints, Returned returned) {

    /** A message that tells nothing. */
    public static final Bounce NONE = new Bounce(List.of(), List.of(), Returned.NOTHING);

    /** Copies the lists. */
    public Bounce {
        attempts = List.copyOf(attempts);
        complaints = List.copyOf(complaints);
    }

    /**
     * What is left of the message that came back.
     *
     * @param messageId without its angle brackets
     * @param chain the addresses named in its Received lines, the latest first; anybody can write such lines
     * @param headers as they stand there, not longer than anybody needs
     */
    public record Returned(Optional<String> messageId, Optional<String> from, List<IpAddress> chain, String headers) {

        /** Nothing came back. */
        public static final Returned NOTHING = new Returned(Optional.empty(), Optional.empty(), List.of(), "");

        /** Copies the list. */
        public Returned {
            chain = List.copyOf(chain);
        }
    }

    /**
     * A recipient's complaint, as a feedback loop reports it (RFC 5965).
     *
     * @param feedbackType such as {@code abuse} or {@code fraud}
     * @param sourceAddress the address that the receiver got the message from
     * @param reference of the message that is complained about
     */
    public record Complaint(
            String feedbackType,
            Optional<IpAddress> sourceAddress,
            Optional<String> reportedDomain,
            Optional<String> recipient,
            long incidents,
            Optional<String> reference) {}
}
