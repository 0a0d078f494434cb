package offlist.bounce.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Bounce;
import offlist.bounce.Bounce.Complaint;

/** Reads a message that came back. */
public final class MessageReader {
    /** Longer messages are cut: what failed stands in the first parts, the rest is the returned message. */
    public static final int LARGEST = 4 << 20;

    /** A report about more recipients is cut too. */
    public static final int MOST = 1000;

    /** A report can come forwarded, as a message in a message. */
    private static final int DEEPEST = 2;

    /** The first line of a message; a mailbox puts one of its own before it. */
    private static final Pattern HEADED = Pattern.compile(
            "\\A\\s{0,20}(?:From \\S{0,300} [^\\n]{1,100}\\n)?(?:Return-Path|Received|From|To|Cc|Subject|Date|Message-ID|MIME-Version"
                    + "|Content-Type|Delivered-To|Delivery-Date|Envelope-To|Reply-To|Auto-Submitted|Authentication-Results"
                    + "|DKIM-Signature|ARC-[A-Z-]{1,30}|X-[A-Z0-9-]{1,60}):",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REPLY = Pattern.compile("\\b[45]\\d\\d[ -]");

    /** What failed, as far as the message tells. What has no headers is no message, but can be the words of a server. */
    public Bounce read(byte[] message) {
        Bounce known = read(LineEnds.usual(message, LARGEST), 0);
        String text = new String(message, 0, Math.min(message.length, LARGEST), StandardCharsets.UTF_8);
        boolean words = known.attempts().isEmpty()
                && !HEADED.matcher(text).find()
                && REPLY.matcher(text).find();
        return Bounded.of(words ? pasted(text) : known);
    }

    /** What a text tells that somebody pasted: a message, a report without its headers, or only a server's words. */
    public Bounce text(String pasted) {
        String text = pasted.length() > LARGEST ? pasted.substring(0, LARGEST) : pasted;
        Bounce whole = HEADED.matcher(text).find()
                ? read(LineEnds.usual(text.strip().getBytes(StandardCharsets.UTF_8), LARGEST), 0)
                : Bounce.NONE;
        return Bounded.of(whole.attempts().isEmpty() && whole.complaints().isEmpty() ? pasted(text) : whole);
    }

    private static Bounce pasted(String text) {
        Bounce known = read(("\n" + text).getBytes(StandardCharsets.UTF_8), DEEPEST);
        return known.attempts().isEmpty() && !text.isBlank()
                ? new Bounce(List.of(Attempt.of(text.strip())), known.complaints(), known.returned())
                : known;
    }

    private static Bounce read(byte[] bytes, int depth) {
        try {
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(bytes));
            Parts whole = Parts.of(message);
            Optional<Rescue> rescue = whole.single() ? Rescue.of(bytes) : Optional.empty();
            Parts parts = rescue.map(Rescue::parts).orElse(whole);
            List<Text> texts =
                    texts(whole, rescue, bytes).stream().map(Text::of).toList();
            return read(Signs.of(message, parts), parts, texts, bytes, depth);
        } catch (MessagingException | RuntimeException broken) {
            return Bounce.NONE;
        }
    }

    private static Bounce read(Signs signs, Parts parts, List<Text> texts, byte[] bytes, int depth) {
        DeliveryReport reported = reported(parts, texts);
        List<Attempt> told = reported.failed().isEmpty() && reported.reached() ? List.of() : told(signs, texts);
        List<Complaint> complaints = parts.feedback().stream()
                .flatMap(f -> FeedbackReport.read(f).stream())
                .toList();
        boolean silent = told.isEmpty() && complaints.isEmpty() && reported.equals(DeliveryReport.NOTHING);
        Optional<Bounce> inner = silent ? forwarded(parts, depth) : Optional.empty();
        return inner.orElseGet(() -> new Bounce(
                together(orWithin(reported, told, bytes).failed(), told), complaints, Headers.of(parts.returned())));
    }

    private static Optional<Bounce> forwarded(Parts parts, int depth) {
        return depth == DEEPEST
                ? Optional.empty()
                : parts.messages().stream()
                        .map(message -> read(LineEnds.usual(message, LARGEST), depth + 1))
                        .filter(bounce -> !bounce.attempts().isEmpty()
                                || !bounce.complaints().isEmpty())
                        .findFirst();
    }

    /**
     * Nothing where a report should be: it is looked for in the whole message as it came. What is found can belong to the message that
     * was returned, which says whatever its author liked; the words for people know better whom the report is about.
     */
    private static DeliveryReport orWithin(DeliveryReport reported, List<Attempt> told, byte[] bytes) {
        if (!reported.equals(DeliveryReport.NOTHING)) {
            return reported;
        }
        DeliveryReport found = DeliveryReport.within(new String(bytes, StandardCharsets.ISO_8859_1));
        return told.isEmpty()
                        || found.failed().stream().anyMatch(f -> told.stream().anyMatch(t -> key(t).equals(key(f))))
                ? found
                : reported;
    }

    /** Where a text holds parts, what stands before them is the report only if it names a mailbox. */
    private static List<String> texts(Parts whole, Optional<Rescue> rescue, byte[] bytes) {
        List<String> texts = new ArrayList<>();
        rescue.filter(r -> r.before().indexOf('@') >= 0).ifPresent(r -> texts.addAll(whole.texts()));
        rescue.ifPresent(r -> texts.addAll(r.parts().texts()));
        if (rescue.isEmpty()) {
            texts.addAll(whole.texts());
        }
        if (texts.isEmpty()) {
            texts.add(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return texts;
    }

    private static DeliveryReport reported(Parts parts, List<Text> texts) {
        List<Attempt> failed = new ArrayList<>();
        boolean reached = false;
        for (byte[] part : parts.reports()) {
            DeliveryReport report = DeliveryReport.read(part);
            failed.addAll(report.failed());
            reached |= report.reached();
        }
        if (!failed.isEmpty() || reached) {
            return new DeliveryReport(failed.stream().limit(MOST).toList(), reached);
        }
        return texts.stream()
                .map(text -> DeliveryReport.within(String.join("\n", text.lines())))
                .filter(report -> !report.failed().isEmpty())
                .findFirst()
                .orElse(DeliveryReport.NOTHING);
    }

    /** The words for people; only a message that looks like a report may be read by guessing. */
    private static List<Attempt> told(Signs signs, List<Text> texts) {
        if (!signs.report() && signs.headers()) {
            return List.of();
        }
        List<Attempt> known = first(texts, ReportText::known);
        return known.isEmpty() && signs.guess() ? first(texts, new AnyForm(signs.failed(), signs.ours())::read) : known;
    }

    private static List<Attempt> first(List<Text> texts, Function<Text, List<Attempt>> reader) {
        return texts.stream().map(reader).filter(attempts -> !attempts.isEmpty()).findFirst().orElse(List.of()).stream()
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** Where both tell of a recipient, the fuller words count; where only one does, it stands. */
    private static List<Attempt> together(List<Attempt> reported, List<Attempt> told) {
        if (reported.isEmpty()) {
            return told;
        }
        Map<String, Attempt> byRecipient = new LinkedHashMap<>();
        told.forEach(t -> t.recipient().ifPresent(r -> byRecipient.putIfAbsent(r.toLowerCase(Locale.ROOT), t)));
        Optional<Attempt> alone =
                reported.size() == 1 && told.size() == 1 ? Optional.of(told.getFirst()) : Optional.empty();
        return reported.stream()
                .map(r -> Fuller.of(
                        r, Optional.ofNullable(byRecipient.get(key(r))).or(() -> alone)))
                .toList();
    }

    private static String key(Attempt attempt) {
        return attempt.recipient().orElse("").toLowerCase(Locale.ROOT);
    }
}
