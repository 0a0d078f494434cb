package offlist.alert.email;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import offlist.alert.Digest;
import offlist.alert.Headline;
import offlist.alert.Item;
import offlist.alert.Message;

/** A mail's headers: the same for every attempt, in one thread for each listing. */
final class MailHeaders {
    private static final String SUBJECT_TAG = "[offlist] ";
    /** A mail about many listings belongs to many threads; mail programs read the first few. */
    private static final int MOST_REFERENCES = 10;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Message message;
    private final String domain;

    MailHeaders(Message message, String from) {
        this.message = message;
        this.domain = domain(from);
    }

    /** What stands behind the last {@code @} of a sender, with or without a name around it. */
    static String domain(String from) {
        String tail = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-].*", "");
        return tail.isEmpty() ? "localhost" : tail;
    }

    String subject() {
        return SUBJECT_TAG + Headline.of(message);
    }

    /** Headers beside sender, recipients and subject. */
    Map<String, String> all() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Message-ID", id(message.key()));
        headers.put("Date", DATE.format(message.at()));
        List<String> roots = roots();
        if (!roots.isEmpty()) {
            headers.put("In-Reply-To", roots.getFirst());
            headers.put("References", String.join("\r\n ", roots));
        }
        // RFC 3834: nobody's auto-responder answers this.
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "All");
        return headers;
    }

    private List<String> roots() {
        return message.items().stream()
                .flatMap(item -> item instanceof Item.OnList onList
                        ? Stream.of(onList.listing().id())
                        : Stream.empty())
                .distinct()
                .limit(MOST_REFERENCES)
                .map(listing -> id("listing-" + Digest.hex(listing)))
                .toList();
    }

    private String id(String local) {
        return "<" + local + "@" + domain + ">";
    }
}
