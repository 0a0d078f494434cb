package offlist.bounce.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A multipart message that does not say so: its header is missing, names another boundary, or the parts stand in a plain text.
 *
 * @param before what stands before the first boundary, without the headers
 */
record Rescue(String before, Parts parts) {
    private static final Pattern BOUNDARY = Pattern.compile(
            "^--(?<boundary>[^\\r\\n\"]{1,100}?)[ \\t]{0,20}\\r?\\nContent-[A-Za-z-]{1,40}:",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    static Optional<Rescue> of(byte[] message) throws MessagingException {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        Matcher boundary = BOUNDARY.matcher(text);
        if (!boundary.find()) {
            return Optional.empty();
        }
        String whole = "Content-Type: multipart/mixed; boundary=\""
                + boundary.group("boundary").replace("\\", "\\\\") + "\"\r\n\r\n" + text.substring(boundary.start());
        return Optional.of(new Rescue(
                withoutHeaders(text.substring(0, boundary.start())),
                Parts.of(
                        new MimeMessage(null, new ByteArrayInputStream(whole.getBytes(StandardCharsets.ISO_8859_1))))));
    }

    private static String withoutHeaders(String text) {
        int end = text.indexOf("\n\n");
        int other = text.indexOf("\n\r\n");
        int first = end < 0 ? other : other < 0 ? end : Math.min(end, other);
        return first < 0 ? text : text.substring(first);
    }
}
