package offlist.alert.email;

/**
 * A mail of plain text from one person to one other.
 *
 * @param id its Message-ID, with angle brackets
 * @param from whom answers and bounces go to
 */
public record PlainMail(String id, String from, String to, String subject, String body) {
    /** The domain of a Message-ID that a sender may make. */
    public static String domain(String from) {
        return MailHeaders.domain(from);
    }
}
