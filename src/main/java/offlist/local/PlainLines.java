package offlist.local;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.pool.IpRange;

/**
 * One address, range or CIDR a line; what stands behind it as a comment is its text. Objects of JSON with a {@code cidr} are
 * understood too, one a line, as Spamhaus publishes DROP.
 */
final class PlainLines implements ZoneLines {
    private static final int LONGEST_TEXT = 255;
    private static final Pattern CIDR = Pattern.compile("\"cidr\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern RECORD = Pattern.compile("\"sblid\"\\s*:\\s*\"([^\"]*)\"");

    private final ZoneDraft draft;

    PlainLines(ZoneDraft draft) {
        this.draft = draft.verbatim();
    }

    @Override
    public String line(String line) {
        if (line.isEmpty() || comment(line.charAt(0))) {
            return "";
        }
        return line.charAt(0) == '{' ? json(line) : entry(line);
    }

    private String entry(String line) {
        int end = 0;
        while (end < line.length() && !comment(line.charAt(end)) && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        String rest = line.substring(end).strip();
        if (!rest.isEmpty() && !comment(rest.charAt(0))) {
            return "only a comment may stand behind an address";
        }
        return add(
                line.substring(0, end), rest.isEmpty() ? "" : rest.substring(1).strip());
    }

    private String json(String line) {
        Matcher cidr = CIDR.matcher(line);
        if (!cidr.find()) {
            return line.contains("\"metadata\"") ? "" : "no \"cidr\" in it";
        }
        Matcher record = RECORD.matcher(line);
        return add(cidr.group(1), record.find() ? record.group(1) : "");
    }

    private String add(String range, String text) {
        try {
            String kept = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
            draft.range(IpRange.parse(range), draft.number(new LocalAnswer(LocalAnswer.LISTED, kept)));
            return "";
        } catch (IllegalArgumentException wrong) {
            return Excerpt.of(range) + " is not an address, range or CIDR";
        }
    }

    private static boolean comment(char c) {
        return c == '#' || c == ';';
    }
}
