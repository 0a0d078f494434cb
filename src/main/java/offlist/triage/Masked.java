package offlist.triage;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hides what is personal in a text for strangers: the names of people, what a message is about, all but the first letter of a mailbox.
 * Mailboxes of offices (RFC 2142) stay, as do domains, servers, addresses and times, which the other side needs.
 */
final class Masked {
    private static final Set<String> OFFICES =
            Set.of("postmaster", "abuse", "mailer-daemon", "hostmaster", "noc", "security", "webmaster", "support");
    private static final Pattern MAILBOX =
            Pattern.compile("([A-Za-z0-9._%+=/-]{1,64})@((?:[A-Za-z0-9-]{1,63}\\.){1,10}[A-Za-z]{2,24})");
    private static final Pattern PERSONAL = Pattern.compile(
            "^(Subject|Thread-Topic|Comments|Keywords|X-Original-Subject|In-Reply-To|References):.*(?:\\n[ \\t].*){0,50}",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile(
            "^(From|To|Cc|Reply-To|Sender|X-Original-To|Delivered-To|Resent-To|Resent-From):(.*(?:\\n[ \\t].*){0,50})",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** By which the other side finds the message in its log. */
    private static final Pattern MESSAGE_ID = Pattern.compile("Message-ID:", Pattern.CASE_INSENSITIVE);

    private Masked() {}

    /** Headers: the fields that tell of people too. */
    static String headers(String headers) {
        String quiet = PERSONAL.matcher(headers).replaceAll("$1: [hidden]");
        String named = NAMED.matcher(quiet)
                .replaceAll(field -> Matcher.quoteReplacement(field.group(1) + ": " + mailboxes(field.group(2))));
        return named.lines()
                .map(line -> MESSAGE_ID.matcher(line).lookingAt() ? line : text(line))
                .collect(Collectors.joining("\n"));
    }

    private static String mailboxes(String field) {
        StringBuilder boxes = new StringBuilder();
        Matcher mailbox = MAILBOX.matcher(field);
        while (mailbox.find()) {
            boxes.append(boxes.isEmpty() ? "" : ", ").append(mailbox.group());
        }
        return boxes.isEmpty() ? "[hidden]" : boxes.toString();
    }

    /** Any text. */
    static String text(String text) {
        return MAILBOX.matcher(text)
                .replaceAll(box -> Matcher.quoteReplacement(local(box.group(1)) + "@" + box.group(2)));
    }

    private static String local(String name) {
        return OFFICES.contains(name.toLowerCase(Locale.ROOT)) ? name : name.charAt(0) + "***";
    }
}
