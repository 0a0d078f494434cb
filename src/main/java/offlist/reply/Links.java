package offlist.reply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages and the mail addresses that a text gives to turn to. */
final class Links {
    private static final Pattern LINK = Pattern.compile(
            "(?:https?://|(?<![\\w./@-])www\\.)[^\\s<>\"`|\\\\^{}\\[\\]]{1,500}", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL = Pattern.compile(
            "(?<![\\w.+=-])[\\w.+-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,62}\\.){1,8}[a-z]{2,24}(?![\\w@-])",
            Pattern.CASE_INSENSITIVE);

    /** Words that lead to an address to write to; any other address in a refusal is sender or recipient. */
    private static final Pattern LEADS = Pattern.compile(
            "(?:mailto:|contact|kontakt|contacter|write|e-?mail|questions?|send|forward|report|reach|call|via|notify|inform)\\b"
                    + "[^@]{0,60}$",
            Pattern.CASE_INSENSITIVE);

    private static final int MOST = 8;

    private Links() {}

    static List<String> pages(String text) {
        Set<String> links = new LinkedHashSet<>();
        Matcher matcher = LINK.matcher(text);
        while (matcher.find() && links.size() < MOST) {
            links.add(trimmed(matcher.group()));
        }
        return new ArrayList<>(links);
    }

    static List<String> mails(String text) {
        Set<String> mails = new LinkedHashSet<>();
        if (text.indexOf('@') < 0) {
            return List.of();
        }
        Matcher matcher = MAIL.matcher(text);
        while (matcher.find() && mails.size() < MOST) {
            String before = text.substring(Math.max(0, matcher.start() - 80), matcher.start());
            if (LEADS.matcher(before).find()) {
                mails.add(matcher.group());
            }
        }
        return new ArrayList<>(mails);
    }

    /** A sentence ends behind the link, or a bracket closes that opened before it. */
    private static String trimmed(String link) {
        int end = link.length();
        while (end > 0
                && (".,;:!?'*".indexOf(link.charAt(end - 1)) >= 0
                        || link.charAt(end - 1) == ')' && link.lastIndexOf('(', end) < 0)) {
            end--;
        }
        return link.substring(0, end);
    }
}
