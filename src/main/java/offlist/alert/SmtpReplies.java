package offlist.alert;

import java.util.Optional;

/** Decides for every notifier that speaks SMTP what a reply means (RFC 5321, section 4.2.1). */
public final class SmtpReplies {
    private static final int LONGEST = 200;

    private SmtpReplies() {}

    /**
     * @param code of a reply that is not a success
     * @param words what the relay says, without any secret
     */
    public static Outcome outcome(int code, String words) {
        String cause = "SMTP " + code + (words.isBlank() ? "" : ": " + SafeText.line(words, LONGEST));
        return code >= 500 && code < 600 ? new Outcome.GivenUp(cause) : new Outcome.RetryLater(cause, Optional.empty());
    }

    /** The relay could not be spoken to. */
    public static Outcome unanswered(String words) {
        return new Outcome.RetryLater(SafeText.line(words, LONGEST), Optional.empty());
    }
}
