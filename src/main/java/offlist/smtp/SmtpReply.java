package offlist.smtp;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.pool.SafeText;

/**
 * What a mail server answered (RFC 5321 section 4.2).
 *
 * @param lines without codes
 */
public record SmtpReply(int code, List<String> lines) {
    private static final Pattern ENHANCED = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?: .*)?");
    private static final int SHOWN = 160;

    /** Copies the list. */
    public SmtpReply {
        lines = List.copyOf(lines);
    }

    /** 2xx. */
    public boolean positive() {
        return code / 100 == 2;
    }

    /** 5xx. */
    public boolean permanent() {
        return code / 100 == 5;
    }

    /** The enhanced status code of RFC 3463, or nothing. */
    public String enhanced() {
        Matcher status = ENHANCED.matcher(lines.getFirst());
        return status.matches() ? status.group(1) : "";
    }

    /** Whether a line of an EHLO reply names the extension. */
    public boolean offers(String extension) {
        return lines.stream().skip(1).anyMatch(line -> line.split(" ", 2)[0].equalsIgnoreCase(extension));
    }

    /** For people: one line, nothing in it that could do harm. */
    public String shown() {
        return "`" + SafeText.of((code + " " + String.join(" / ", lines)).strip(), SHOWN) + "`";
    }

    @Override
    public String toString() {
        return shown();
    }
}
