package offlist.bounce.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offlist.bounce.Attempt;
import offlist.bounce.Bounce;
import offlist.bounce.Bounce.Complaint;
import offlist.bounce.Bounce.Returned;
import offlist.pool.IpAddress;

/** Reads a message that came back. */
public final class MessageReader {
    /** Longer messages are cut: what failed stands in the first parts, the rest is the returned message. */
    public static final int LARGEST = 4 << 20;

    private static final Pattern BOUNCED = Pattern.compile(
            "(?:undeliver|delivery (?:status|failure|problem|report|has failed)|returned mail|mail delivery|failure notice"
                    + "|could not (?:be )?(?:send|deliver)|delayed|unzustellbar|non remis|no se ha podido entregar|transcript for details)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAEMON = Pattern.compile(
            "\\b(?:mailer-daemon|mail delivery (?:sub)?system|postmaster)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\w.:])(?:\\d{1,3}(?:\\.\\d{1,3}){3}|IPv6:[0-9A-Fa-f:.]{3,45})(?![\\w.])");

    /** What failed, as far as the message tells. */
    public Bounce read(byte[] message) {
        byte[] bytes = LineEnds.usual(
                withoutMailboxLine(message.length > LARGEST ? Arrays.copyOf(message, LARGEST) : message));
        try {
            return read(new MimeMessage(null, new ByteArrayInputStream(bytes)), bytes);
        } catch (MessagingException broken) {
            return text(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    /** What a text tells that somebody pasted: a report without its headers, or only a server's words. */
    public Bounce text(String text) {
        List<Attempt> attempts = ReportText.known(text);
        return new Bounce(
                attempts.isEmpty() && !text.isBlank() ? List.of(Attempt.of(text.strip())) : attempts,
                List.of(),
                Returned.NOTHING);
    }

    private static Bounce read(MimeMessage message, byte[] bytes) throws MessagingException {
        Parts parts = Parts.of(message);
        List<Attempt> reported = new ArrayList<>();
        parts.reports().forEach(part -> reported.addAll(DeliveryReport.read(part)));
        if (reported.isEmpty()) {
            reported.addAll(DeliveryReport.within(new String(bytes, StandardCharsets.ISO_8859_1)));
        }
        List<Attempt> told = told(message, parts, bytes);
        List<Complaint> complaints = parts.feedback().stream()
                .flatMap(f -> FeedbackReport.read(f).stream())
                .toList();
        return new Bounce(together(reported, told), complaints, returned(parts));
    }

    /** The words for people; only a message that looks like a report may be read by guessing. */
    private static List<Attempt> told(MimeMessage message, Parts parts, byte[] bytes) throws MessagingException {
        boolean report = looksLikeReport(message) || !parts.reports().isEmpty();
        List<String> texts =
                parts.texts().isEmpty() ? List.of(new String(bytes, StandardCharsets.ISO_8859_1)) : parts.texts();
        for (String text : texts) {
            List<Attempt> told = report ? ReportText.read(text) : List.of();
            if (!told.isEmpty()) {
                return told;
            }
        }
        return List.of();
    }

    private static boolean looksLikeReport(MimeMessage message) throws MessagingException {
        return header(message, "X-Failed-Recipients").isPresent()
                || header(message, "Return-Path")
                        .filter(p -> p.replaceAll("\\s", "").equals("<>"))
                        .isPresent()
                || header(message, "From").filter(f -> DAEMON.matcher(f).find()).isPresent()
                || header(message, "Subject")
                        .filter(s -> BOUNCED.matcher(s).find())
                        .isPresent();
    }

    /** Where both tell of a recipient, the fuller words count; where only one does, it stands. */
    private static List<Attempt> together(List<Attempt> reported, List<Attempt> told) {
        if (reported.isEmpty()) {
            return told;
        }
        Map<String, Attempt> byRecipient = new LinkedHashMap<>();
        told.forEach(t -> t.recipient().ifPresent(r -> byRecipient.putIfAbsent(r.toLowerCase(Locale.ROOT), t)));
        boolean alone = reported.size() == 1 && told.size() == 1;
        return reported.stream()
                .map(r -> Fuller.of(
                        r,
                        Optional.ofNullable(
                                        byRecipient.get(r.recipient().orElse("").toLowerCase(Locale.ROOT)))
                                .or(() -> alone ? Optional.of(told.getFirst()) : Optional.empty())))
                .toList();
    }

    private static Returned returned(Parts parts) throws MessagingException {
        if (parts.returned().isEmpty()) {
            return Returned.NOTHING;
        }
        InternetHeaders headers =
                new InternetHeaders(new ByteArrayInputStream(parts.returned().getFirst()));
        return new Returned(
                Optional.ofNullable(headers.getHeader("Message-ID", null)).map(id -> id.replaceAll("[<>\\s]", "")),
                Optional.ofNullable(headers.getHeader("From", null)).map(String::strip),
                chain(headers));
    }

    private static List<IpAddress> chain(InternetHeaders headers) {
        String[] received = Optional.ofNullable(headers.getHeader("Received")).orElse(new String[0]);
        return Stream.of(received)
                .limit(30)
                .flatMap(line -> ADDRESS.matcher(line.length() > 2000 ? line.substring(0, 2000) : line)
                        .results())
                .flatMap(found -> IpAddress.tryParse(found.group().replaceFirst("^IPv6:", "")).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> header(MimeMessage message, String name) throws MessagingException {
        return Optional.ofNullable(message.getHeader(name, null));
    }

    /** An mbox file's {@code From } line is not a header. */
    private static byte[] withoutMailboxLine(byte[] bytes) {
        if (bytes.length < 5 || !new String(bytes, 0, 5, StandardCharsets.ISO_8859_1).equals("From ")) {
            return bytes;
        }
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
    }
}
