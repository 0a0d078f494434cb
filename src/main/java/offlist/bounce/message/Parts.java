package offlist.bounce.message;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of a message that matter, each as bytes: what is for people, the report, what is left of the returned message.
 *
 * <p>Nesting and number are bounded, because a message is made by anybody.
 */
final class Parts {
    private static final int DEEPEST = 6;
    private static final int MOST = 60;

    private final List<String> texts = new ArrayList<>();
    private final List<byte[]> reports = new ArrayList<>();
    private final List<byte[]> feedback = new ArrayList<>();
    private final List<byte[]> returned = new ArrayList<>();
    private final List<byte[]> messages = new ArrayList<>();
    private int seen;

    private Parts() {}

    static Parts of(MimeMessage message) {
        Parts parts = new Parts();
        parts.take(message, 0);
        return parts;
    }

    /** Words for people, in their order. */
    List<String> texts() {
        return texts;
    }

    List<byte[]> reports() {
        return reports;
    }

    List<byte[]> feedback() {
        return feedback;
    }

    /** Returned messages, or their headers. */
    List<byte[]> returned() {
        return returned;
    }

    /** Those of them that are whole. */
    List<byte[]> messages() {
        return messages;
    }

    /** Whether nothing could be taken apart, which a message that is broken has in common with a simple one. */
    boolean single() {
        return seen <= 1;
    }

    private void take(MimePart part, int depth) {
        if (depth > DEEPEST || seen++ > MOST) {
            return;
        }
        try {
            switch (kind(part)) {
                case "message/delivery-status", "message/global-delivery-status" -> reports.add(Content.of(part));
                case "message/feedback-report" -> feedback.add(Content.of(part));
                case "message/rfc822", "message/global" -> message(Content.of(part));
                case "text/rfc822-headers", "message/rfc822-headers", "message/partial" ->
                    returned.add(Content.of(part));
                case "text/html" -> texts.add(Html.text(string(part)));
                case String kind when kind.startsWith("multipart/") -> children(part, depth);
                case String kind when kind.startsWith("text/") -> texts.add(string(part));
                default -> {}
            }
        } catch (MessagingException | RuntimeException broken) {
            // the library gives up on this part: the rest of the message is still read
        }
    }

    private void message(byte[] bytes) {
        returned.add(bytes);
        messages.add(bytes);
    }

    private void children(MimePart part, int depth) throws MessagingException {
        Multipart multipart = FewParts.of(part, MOST);
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart child = multipart.getBodyPart(i);
            if (child instanceof MimePart mime) {
                take(mime, depth + 1);
            }
        }
    }

    private static String kind(MimePart part) throws MessagingException {
        String type = part.getContentType();
        return type.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static String string(MimePart part) throws MessagingException {
        return new String(Content.of(part), charset(part));
    }

    /** A charset that is missing, unknown or wrong loses accents, never the reply. */
    private static Charset charset(MimePart part) {
        try {
            return Optional.ofNullable(new ContentType(part.getContentType()).getParameter("charset"))
                    .map(Charset::forName)
                    .orElse(StandardCharsets.ISO_8859_1);
        } catch (MessagingException | IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}
