package offlist.bounce.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import offlist.bounce.Bounce.Complaint;
import offlist.pool.IpAddress;

/** The machine-readable part of a recipient's complaint: RFC 5965, section 3. */
final class FeedbackReport {
    private static final long MOST_INCIDENTS = 1_000_000;

    private FeedbackReport() {}

    static Optional<Complaint> read(byte[] part) {
        try {
            InternetHeaders fields = new InternetHeaders(new ByteArrayInputStream(part));
            return field(fields, "Feedback-Type")
                    .map(type -> new Complaint(
                            type.toLowerCase(Locale.ROOT),
                            field(fields, "Source-IP").flatMap(IpAddress::tryParse),
                            field(fields, "Reported-Domain"),
                            field(fields, "Original-Rcpt-To").map(r -> r.replaceAll("[<>]", "")),
                            incidents(field(fields, "Incidents")),
                            Optional.empty()));
        } catch (MessagingException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static long incidents(Optional<String> field) {
        return field.filter(f -> f.matches("[1-9]\\d{0,6}"))
                .map(f -> Math.min(MOST_INCIDENTS, Long.parseLong(f)))
                .orElse(1L);
    }

    private static Optional<String> field(InternetHeaders fields, String name) {
        return Optional.ofNullable(fields.getHeader(name, null))
                .map(String::strip)
                .filter(f -> !f.isEmpty());
    }
}
