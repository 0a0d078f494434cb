package offlist.bounce;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import offlist.bounce.Bounce.Complaint;
import offlist.bounce.Bounce.Returned;

/**
 * A recipient complained about a message of ours.
 *
 * @param about the address that it came from
 * @param returned what is left of the message
 */
public record Complained(Complaint complaint, RefusedAddress about, Returned returned) {
    /** RFC 5965, section 7.3; RFC 6591, section 3.1; {@code other} stands for all that are not known. */
    public static final Set<String> TYPES = Set.of("abuse", "fraud", "virus", "not-spam", "auth-failure", "other");

    /** One of {@link #TYPES}. */
    public String type() {
        String type = complaint.feedbackType().toLowerCase(Locale.ROOT);
        return TYPES.contains(type) ? type : "other";
    }

    /** The same for the same complaint, however often it is told; empty when nothing says which message it is about. */
    Optional<String> key() {
        return complaint
                .reference()
                .or(returned::messageId)
                .map(message -> Refusal.digest(Stream.of(
                        message, type(), complaint.recipient().orElse("").toLowerCase(Locale.ROOT))));
    }

    /** The domain of whoever complained. */
    Optional<String> domain() {
        return complaint
                .recipient()
                .filter(to -> to.indexOf('@') >= 0)
                .map(to -> to.substring(to.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
}
