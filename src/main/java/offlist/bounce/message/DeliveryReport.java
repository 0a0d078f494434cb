package offlist.bounce.message;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/**
 * The machine-readable part of a delivery report: RFC 3464, section 2.
 *
 * <p>A recipient that was delivered, relayed or expanded was not refused. A {@code Diagnostic-Code} of another type than {@code
 * smtp} is the sending server's own sentence.
 *
 * @param failed the recipients that were not reached
 * @param reached whether some recipient was
 */
record DeliveryReport(List<Attempt> failed, boolean reached) {
    static final DeliveryReport NOTHING = new DeliveryReport(List.of(), false);

    private static final Set<String> REACHED = Set.of("delivered", "relayed", "expanded");
    private static final int MOST_OF_A_FIELD = 8000;
    private static final int MOST_BLOCKS = 2 * MessageReader.MOST;
    private static final int MOST_LINES = 40 * MessageReader.MOST;

    /** Where such a part begins in a message that is not the MIME it should be. */
    private static final Pattern BEGIN = Pattern.compile(
            "^(?:Reporting-MTA|Final-Recipient|Original-Recipient): ?[^\\s;]{1,20};",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private static final Pattern ACTION =
            Pattern.compile("^(?:Action|Status|Diagnostic-Code):", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("^--[^\\n]{1,200}$", Pattern.MULTILINE);
    private static final Pattern TYPED =
            Pattern.compile("^\\s*(?<type>[A-Za-z0-9-]{1,30})\\s*;\\s*(?<value>.*)$", Pattern.DOTALL);

    /** A mailbox and nothing else. */
    private static final Pattern MAILBOX = Pattern.compile("<?[^\\s<>@:]{1,200}@[^\\s<>@:_]{1,253}>?");

    DeliveryReport {
        failed = List.copyOf(failed);
    }

    /** The recipients of a part. */
    static DeliveryReport read(byte[] part) {
        try {
            DeliveryStatus status = new DeliveryStatus(new ByteArrayInputStream(blocks(part)));
            return of(recipients(status), status.getMessageDSN());
        } catch (IOException | MessagingException | RuntimeException broken) {
            return NOTHING;
        }
    }

    /** So many as the library can take: it copies all it has for each block, and takes each blank line for one. */
    private static byte[] blocks(byte[] part) {
        ByteArrayOutputStream some = new ByteArrayOutputStream(part.length);
        int blocks = 0;
        int lines = 0;
        int blank = 0;
        for (int i = 0; i < part.length && blocks <= MOST_BLOCKS && lines <= MOST_LINES; i++) {
            boolean end = part[i] == '\n' || (part[i] == '\r' && !(i + 1 < part.length && part[i + 1] == '\n'));
            blank = end ? blank + 1 : part[i] == '\r' ? blank : 0;
            blocks += end && blank == 2 ? 1 : 0;
            lines += end ? 1 : 0;
            if (blank <= 2 && (end || part[i] != '\r')) {
                some.write(end ? '\n' : part[i]);
            }
        }
        return some.toByteArray();
    }

    /** The same, looked for in a text: the part is there, but the message around it is broken or stands inside another one. */
    static DeliveryReport within(String text) {
        Matcher begin = BEGIN.matcher(text);
        if (!begin.find()) {
            return NOTHING;
        }
        Matcher end = END.matcher(text);
        String part =
                end.find(begin.start()) ? text.substring(begin.start(), end.start()) : text.substring(begin.start());
        return ACTION.matcher(part).find() ? read(part.getBytes(StandardCharsets.ISO_8859_1)) : NOTHING;
    }

    private static DeliveryReport of(List<InternetHeaders> recipients, InternetHeaders message) {
        List<Attempt> failed = new ArrayList<>();
        boolean reached = false;
        for (InternetHeaders headers : recipients) {
            Optional<String> to = recipient(headers);
            boolean here = REACHED.contains(action(headers));
            reached |= here;
            if (to.isPresent() && !here && failed.size() < MessageReader.MOST) {
                failed.add(attempt(to.get(), headers, message));
            }
        }
        return new DeliveryReport(failed, reached);
    }

    /** Some put blank lines between the fields of one recipient, some none between the message's and the recipient's. */
    private static List<InternetHeaders> recipients(DeliveryStatus status) {
        List<InternetHeaders> found = new ArrayList<>();
        for (int i = 0; i < status.getRecipientDSNCount(); i++) {
            InternetHeaders headers = status.getRecipientDSN(i);
            if (found.isEmpty() || recipient(headers).isPresent()) {
                found.add(headers);
            } else {
                join(found.getLast(), headers);
            }
        }
        return found.stream().anyMatch(f -> recipient(f).isPresent()) ? found : List.of(status.getMessageDSN());
    }

    private static void join(InternetHeaders first, InternetHeaders rest) {
        for (Header header : Collections.list(rest.getAllHeaders())) {
            if (first.getHeader(header.getName()) == null) {
                first.addHeader(header.getName(), header.getValue());
            }
        }
    }

    private static Attempt attempt(String to, InternetHeaders headers, InternetHeaders message) {
        Optional<Server> remote = value(headers, "Remote-MTA").flatMap(Server::in);
        Said said = Said.in(value(headers, "Diagnostic-Code").orElse(""));
        return new Attempt(
                Optional.of(to),
                remote.flatMap(Server::host).or(said::host),
                remote.flatMap(Server::address).or(said::address),
                said.reply(),
                field(headers, "Status").map(s -> s.split("[\\s(]", 2)[0]).filter(s -> !s.isEmpty()),
                remote.flatMap(Server::ours),
                field(headers, "Last-Attempt-Date").flatMap(DeliveryReport::time),
                value(message, "X-Postfix-Sender").filter(s -> !s.isEmpty()),
                field(message, "X-Postfix-Queue-ID").or(() -> field(message, "Original-Envelope-Id")));
    }

    private static String action(InternetHeaders headers) {
        return field(headers, "Action")
                .orElse("failed")
                .toLowerCase(Locale.ROOT)
                .split("[\\s;(]", 2)[0];
    }

    /** The final one, unless it is a name that only the last server can read. */
    private static Optional<String> recipient(InternetHeaders headers) {
        Optional<String> last = value(headers, "Final-Recipient");
        Optional<String> first = value(headers, "Original-Recipient");
        return last.filter(DeliveryReport::isMailbox)
                .or(() -> first.filter(DeliveryReport::isMailbox))
                .or(() -> last)
                .or(() -> first)
                .map(DeliveryReport::mailbox)
                .filter(to -> !to.isEmpty());
    }

    private static boolean isMailbox(String value) {
        return MAILBOX.matcher(value).matches();
    }

    private static String mailbox(String value) {
        List<String> named = Text.mailboxes(value);
        return named.isEmpty() ? value.replaceAll("[<>]", "").strip() : named.getFirst();
    }

    /** RFC 6533 allows UTF-8 here, and servers that never heard of it pass it on; the library reads bytes. */
    private static String legible(String value) {
        try {
            return value.chars().allMatch(c -> c < 0x80) || value.chars().anyMatch(c -> c > 0xFF)
                    ? value
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                            .toString();
        } catch (CharacterCodingException other) {
            return value;
        }
    }

    private static Optional<String> field(InternetHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeader(name, null))
                .map(f -> f.length() > MOST_OF_A_FIELD ? f.substring(0, MOST_OF_A_FIELD) : f)
                .map(DeliveryReport::legible)
                .map(String::strip);
    }

    /** Without the type before the semicolon; some leave it out. */
    private static Optional<String> value(InternetHeaders headers, String name) {
        return field(headers, name).map(field -> {
            Matcher typed = TYPED.matcher(field);
            return typed.find() ? typed.group("value").strip() : field;
        });
    }

    private static Optional<Instant> time(String text) {
        Date date = new MailDateFormat().parse(text, new ParsePosition(0));
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
