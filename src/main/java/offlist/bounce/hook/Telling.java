package offlist.bounce.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Bounce.Complaint;
import offlist.bounce.Delivery;
import offlist.bounce.log.LogLine;
import offlist.pool.IpAddress;

/**
 * Collects what one request tells. A service's own opinion is not a server's: an attempt whose words are no reply, and have no
 * status either, is passed over, since a server that was not reached has refused nothing.
 */
final class Telling {
    private static final int LONGEST_RECIPIENT = 320;
    private static final int LONGEST_HOST = 255;
    /** RFC 5322, section 2.1.1: the longest line. */
    private static final int LONGEST_REFERENCE = 998;

    private static final Pattern RECIPIENT =
            Pattern.compile("[^\\s<>@]{1,64}@[^\\s<>@]{1,255}|\"[^\\n<>]{1,64}\"@[^\\s<>@]{1,255}");
    private static final Pattern REPLY = Pattern.compile("[45]\\d\\d(?:[ -].*)?", Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("[45]\\.\\d{1,3}\\.\\d{1,3}");
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Pattern SMTP = Pattern.compile("(?i)^smtp\\s*;\\s*");

    private final Instant now;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();

    Telling(Instant now) {
        this.now = now;
    }

    /**
     * What all that is told of one message has in common.
     *
     * @param host the recipient's server
     * @param remote its address
     * @param source ours
     * @param reference of the message
     */
    record Message(
            Optional<String> host,
            Optional<IpAddress> remote,
            Optional<IpAddress> source,
            Optional<Instant> at,
            Optional<String> sender,
            Optional<String> reference) {}

    void refused(Message message, JsonNode recipient, Optional<String> words, Optional<String> status) {
        Optional<String> reply = words.map(Telling::withoutType)
                .filter(text -> REPLY.matcher(text).matches());
        Optional<String> code = status.filter(text -> STATUS.matcher(text).matches());
        Optional<String> to = recipient(recipient);
        if (to.isPresent() && (reply.isPresent() || code.isPresent())) {
            attempts.add(new Attempt(
                    to,
                    message.host(),
                    message.remote(),
                    reply.or(() -> words.map(Telling::withoutType)).orElse(""),
                    code,
                    message.source(),
                    at(message),
                    message.sender(),
                    message.reference()));
        }
    }

    /** Of no use where our address is not said: it could end no block. */
    void delivered(Message message, JsonNode recipient) {
        recipient(recipient)
                .ifPresent(to -> message.source()
                        .ifPresent(address -> deliveries.add(new Delivery(
                                address,
                                to.substring(to.lastIndexOf('@') + 1),
                                at(message).orElse(now)))));
    }

    void complained(
            String type,
            Optional<IpAddress> source,
            Optional<String> domain,
            Optional<String> recipient,
            long n,
            Optional<String> reference) {
        complaints.add(new Complaint(type, source, domain, recipient, n, reference));
    }

    /** What a log's reader made of a record: its values come from the same request as all others. */
    void line(LogLine line) {
        switch (line) {
            case LogLine.Refused refused -> line(refused.attempt());
            case LogLine.Delivered taken ->
                delivered(
                        new Message(
                                Optional.empty(),
                                Optional.empty(),
                                taken.sourceAddress(),
                                taken.at(),
                                Optional.empty(),
                                Optional.empty()),
                        TextNode.valueOf(taken.recipient()));
        }
    }

    private void line(Attempt attempt) {
        refused(
                new Message(
                        node(attempt.remoteMta()).flatMap(Telling::host),
                        attempt.remoteAddress(),
                        attempt.sourceAddress(),
                        attempt.at(),
                        node(attempt.sender()).flatMap(Telling::recipient),
                        node(attempt.reference()).flatMap(Telling::reference)),
                TextNode.valueOf(attempt.recipient().orElse("")),
                Json.text(TextNode.valueOf(attempt.reply())),
                attempt.dsnStatus());
    }

    private static Optional<JsonNode> node(Optional<String> text) {
        return text.map(TextNode::valueOf);
    }

    HookResult.Told told() {
        return new HookResult.Told(attempts, deliveries, complaints, Optional.empty());
    }

    /** When it was, unless that cannot be: before there were web hooks. Clocks differ, so nothing is later than now. */
    private Optional<Instant> at(Message message) {
        return message.at().filter(at -> at.isAfter(FIRST)).map(at -> at.isAfter(now) ? now : at);
    }

    /** {@code smtp; 550 …}, as reports write it (RFC 3464, section 2.3.6). */
    private static String withoutType(String words) {
        return SMTP.matcher(words).replaceFirst("");
    }

    /** {@code user@domain}, also out of {@code Name <user@domain>}. */
    static Optional<String> recipient(JsonNode node) {
        return Json.word(node, 2 * LONGEST_RECIPIENT)
                .map(text -> text.endsWith(">") ? text.substring(text.lastIndexOf('<') + 1, text.length() - 1) : text)
                .filter(text -> RECIPIENT.matcher(text).matches());
    }

    static Optional<String> host(JsonNode node) {
        return Json.word(node, LONGEST_HOST).filter(text -> text.matches("[A-Za-z0-9._-]+"));
    }

    /** A message id without its angle brackets, as elsewhere. */
    static Optional<String> reference(JsonNode node) {
        return Json.word(node, LONGEST_REFERENCE)
                .map(text -> text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text)
                .filter(text -> !text.isBlank());
    }

    static Optional<String> domain(Optional<String> mailbox) {
        return mailbox.map(text -> text.substring(text.lastIndexOf('@') + 1));
    }
}
