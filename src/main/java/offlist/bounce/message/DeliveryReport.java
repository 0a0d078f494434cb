package offlist.bounce.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.pool.IpAddress;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/**
 * The machine-readable part of a delivery report: RFC 3464, section 2.
 *
 * <p>A recipient that was delivered, relayed or expanded was not refused. A {@code Diagnostic-Code} of another type than {@code
 * smtp} is the sending server's own sentence.
 */
final class DeliveryReport {
    private static final Set<String> REACHED = Set.of("delivered", "relayed", "expanded");

    /** Where such a part begins in a message that is not the MIME it should be. */
    private static final Pattern BEGIN = Pattern.compile(
            "^(?:Reporting-MTA|Final-Recipient|Original-Recipient): ?[^\\s;]{1,20};",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private static final Pattern END = Pattern.compile("^--[^\\n]{1,200}$", Pattern.MULTILINE);
    private static final Pattern TYPED =
            Pattern.compile("^\\s*(?<type>[A-Za-z0-9-]{1,30})\\s*;\\s*(?<value>.*)$", Pattern.DOTALL);

    private DeliveryReport() {}

    /** The recipients that were not reached. */
    static List<Attempt> read(byte[] part) {
        try {
            DeliveryStatus status = new DeliveryStatus(new ByteArrayInputStream(part));
            List<Attempt> attempts = new ArrayList<>();
            for (int i = 0; i < status.getRecipientDSNCount(); i++) {
                recipient(status.getRecipientDSN(i), status.getMessageDSN()).ifPresent(attempts::add);
            }
            return attempts.isEmpty()
                    ? recipient(status.getMessageDSN(), status.getMessageDSN()).stream()
                            .toList()
                    : attempts;
        } catch (IOException | MessagingException broken) {
            return List.of();
        }
    }

    /** The same, looked for in a text: the part is there, but the message around it is broken or stands inside another one. */
    static List<Attempt> within(String text) {
        Matcher begin = BEGIN.matcher(text);
        if (!begin.find()) {
            return List.of();
        }
        Matcher end = END.matcher(text);
        String part =
                end.find(begin.start()) ? text.substring(begin.start(), end.start()) : text.substring(begin.start());
        return read(part.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Optional<Attempt> recipient(InternetHeaders headers, InternetHeaders message) {
        Optional<String> to = value(headers, "Final-Recipient").or(() -> value(headers, "Original-Recipient"));
        String action = field(headers, "Action").orElse("failed").toLowerCase(Locale.ROOT);
        if (to.isEmpty() || REACHED.contains(action.split("\\s", 2)[0])) {
            return Optional.empty();
        }
        Optional<String> remote = value(headers, "Remote-MTA").map(DeliveryReport::bare);
        Optional<IpAddress> address = remote.flatMap(IpAddress::tryParse);
        return Optional.of(new Attempt(
                to.map(DeliveryReport::mailbox),
                address.isPresent() ? Optional.empty() : remote.filter(r -> !r.isEmpty()),
                address,
                value(headers, "Diagnostic-Code").orElse(""),
                field(headers, "Status").map(s -> s.split("[\\s(]", 2)[0]),
                Optional.empty(),
                field(headers, "Last-Attempt-Date").flatMap(Dates::parse),
                value(message, "X-Postfix-Sender").filter(s -> !s.isEmpty()),
                field(message, "X-Postfix-Queue-ID").or(() -> field(message, "Original-Envelope-Id"))));
    }

    private static Optional<String> field(InternetHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeader(name, null)).map(String::strip);
    }

    /** Without the type before the semicolon; some leave it out. */
    private static Optional<String> value(InternetHeaders headers, String name) {
        return field(headers, name).map(field -> {
            Matcher typed = TYPED.matcher(field);
            return typed.find() ? typed.group("value").strip() : field;
        });
    }

    private static String mailbox(String value) {
        List<String> named = Text.mailboxes(value);
        return named.isEmpty() ? value.replaceAll("[<>]", "").strip() : named.getFirst();
    }

    /** {@code mx.example.org. (192.0.2.1)} and {@code [192.0.2.1]}: the name, or the address. */
    private static String bare(String mta) {
        String first = mta.strip().split("[\\s(]", 2)[0].replaceAll("^\\[|\\]$", "");
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    /** When a field names a time. */
    private static final class Dates {
        private static Optional<Instant> parse(String text) {
            java.util.Date date =
                    new jakarta.mail.internet.MailDateFormat().parse(text, new java.text.ParsePosition(0));
            return Optional.ofNullable(date).map(java.util.Date::toInstant);
        }
    }
}
