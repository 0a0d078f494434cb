package offlist.bounce.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the headers of a message say of whether it came back.
 *
 * @param headers whether it has any
 * @param report whether its words may be read as a report
 * @param guess whether words of an unknown form may be
 * @param failed the recipients that its headers name
 * @param ours whom it was sent to
 */
record Signs(boolean headers, boolean report, boolean guess, List<String> failed, Set<String> ours) {
    private static final List<String> USUAL =
            List.of("From", "To", "Subject", "Date", "Received", "Return-Path", "Message-ID", "Content-Type");

    /** Not X-Original-To: some put the recipient there who was not reached. */
    private static final List<String> SENT_TO = List.of("To", "Delivered-To", "Envelope-To");

    private static final Pattern BOUNCED = Pattern.compile(
            "undeliver|delivery (?:status|failure|problem|report|notification|has failed)|returned mail|mail delivery"
                    + "|failure notice|delivery failure|could not (?:be )?(?:send|sent|deliver)|non-?delivery"
                    + "|\\bdelayed\\b|mail system error|message status|returned to sender|transcript for details"
                    + "|unzustellbar|nicht zugestellt|non remis|no se (?:ha podido|puede) entregar|mancata consegna",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANSWER = Pattern.compile("^\\s*(?:re|aw|sv|antw)\\s*:", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAEMON = Pattern.compile(
            "\\b(?:mailer[-_]?daemon|mail deliver(?:y|) (?:sub)?system|mail delivery service|post_?master|mdaemon"
                    + "|mail administrator|system administrator|microsoft ?exchange\\w*|microsoft outlook)\\b",
            Pattern.CASE_INSENSITIVE);

    Signs {
        failed = List.copyOf(failed);
        ours = Set.copyOf(ours);
    }

    static Signs of(MimeMessage message, Parts parts) throws MessagingException {
        List<String> failed = mailboxes(message, "X-Failed-Recipients");
        boolean daemon = !failed.isEmpty()
                || !parts.reports().isEmpty()
                || header(message, "From").filter(f -> DAEMON.matcher(f).find()).isPresent();
        boolean returned = header(message, "Return-Path")
                .filter(p -> p.replaceAll("\\s", "").equals("<>"))
                .isPresent();
        boolean subject = subject(message);
        return new Signs(
                headers(message),
                daemon || returned || subject,
                daemon || (subject && !automatic(message)),
                failed,
                ours(message));
    }

    private static Set<String> ours(MimeMessage message) throws MessagingException {
        Set<String> ours = new HashSet<>();
        for (String name : SENT_TO) {
            mailboxes(message, name).forEach(m -> ours.add(m.toLowerCase(Locale.ROOT)));
        }
        return ours;
    }

    private static boolean headers(MimeMessage message) throws MessagingException {
        for (String name : USUAL) {
            if (message.getHeader(name) != null) {
                return true;
            }
        }
        return false;
    }

    /** People who talk about a report write its subject too. */
    private static boolean subject(MimeMessage message) throws MessagingException {
        String subject = Optional.ofNullable(message.getSubject()).orElse("");
        return BOUNCED.matcher(subject).find()
                && !ANSWER.matcher(subject).find()
                && message.getHeader("List-Id") == null;
    }

    private static boolean automatic(MimeMessage message) throws MessagingException {
        return header(message, "Auto-Submitted")
                .filter(a -> a.toLowerCase(Locale.ROOT).contains("auto-replied"))
                .isPresent();
    }

    private static List<String> mailboxes(MimeMessage message, String name) throws MessagingException {
        return header(message, name).stream()
                .flatMap(value -> Text.mailboxes(value).stream())
                .distinct()
                .limit(MessageReader.MOST)
                .toList();
    }

    private static Optional<String> header(MimeMessage message, String name) throws MessagingException {
        return Optional.ofNullable(message.getHeader(name, ","));
    }
}
