package offlist.bounce.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a part holds, decoded as it says, as far as that can be done: also where RFC 2046 allows no encoding. */
final class Content {
    private static final int LARGEST = 1 << 20;
    private static final Set<String> ENCODINGS = Set.of("base64", "quoted-printable");

    private Content() {}

    static byte[] of(MimePart part) throws MessagingException {
        String encoding = Optional.ofNullable(part.getEncoding())
                .map(e -> e.toLowerCase(Locale.ROOT).strip())
                .orElse("");
        try (InputStream raw = raw(part)) {
            return upToAnError(ENCODINGS.contains(encoding) ? MimeUtility.decode(raw, encoding) : raw);
        } catch (IOException impossible) {
            return new byte[0];
        }
    }

    private static InputStream raw(MimePart part) throws MessagingException {
        return switch (part) {
            case MimeBodyPart body -> body.getRawInputStream();
            case MimeMessage message -> message.getRawInputStream();
            default -> InputStream.nullInputStream();
        };
    }

    private static byte[] upToAnError(InputStream in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            int read = in.read(buffer);
            while (read > 0 && out.size() < LARGEST) {
                out.write(buffer, 0, read);
                read = in.read(buffer);
            }
        } catch (IOException broken) {
            // what was decoded so far stands
        }
        return out.toByteArray();
    }
}
