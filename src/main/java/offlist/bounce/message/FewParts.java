package offlist.bounce.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The first parts of a multipart: the library makes kilobytes of each, and a message can hold a million that are empty. */
final class FewParts {
    private FewParts() {}

    static MimeMultipart of(MimePart part, int most) throws MessagingException {
        MimePartDataSource source = new MimePartDataSource(part);
        try (InputStream in = source.getInputStream()) {
            byte[] all = in.readAllBytes();
            String boundary = "--"
                    + Optional.ofNullable(new ContentType(part.getContentType()).getParameter("boundary"))
                            .orElse("");
            byte[] few = Arrays.copyOf(all, end(all, boundary.getBytes(StandardCharsets.ISO_8859_1), most));
            return new MimeMultipart(new ByteArrayDataSource(few, part.getContentType()));
        } catch (IOException broken) {
            throw new MessagingException("a part that cannot be read", broken);
        }
    }

    /** Where one boundary too many begins. */
    private static int end(byte[] all, byte[] boundary, int most) {
        int seen = 0;
        int line = 0;
        while (line < all.length) {
            seen += starts(all, line, boundary) ? 1 : 0;
            if (seen > most) {
                return line;
            }
            line = next(all, line);
        }
        return all.length;
    }

    private static int next(byte[] all, int line) {
        int at = line;
        while (at < all.length && all[at] != '\n' && all[at] != '\r') {
            at++;
        }
        return at + 1;
    }

    private static boolean starts(byte[] all, int line, byte[] boundary) {
        int end = line + boundary.length;
        return end <= all.length && Arrays.equals(all, line, end, boundary, 0, boundary.length);
    }
}
