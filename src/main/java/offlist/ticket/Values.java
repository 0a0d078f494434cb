package offlist.ticket;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import offlist.ticket.Format.Line;
import offlist.ticket.Preset.Act;
import offlist.yaml.Secret;

/** What the places of a preset hold for one task in one system. */
final class Values {
    /** Clocks differ. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final TicketSystem system;
    private final TaskNews news;
    private final List<Line> text;
    private final List<Line> note;
    private final Map<String, String> values = new HashMap<>();

    private Values(TicketSystem system, TaskNews news, List<Line> text, List<Line> note) {
        this.system = system;
        this.news = news;
        this.text = text;
        this.note = note;
        values.putAll(system.parameters());
        for (String field : List.of("address", "list", "severity", "state", "reason")) {
            values.put(field, news.text(field));
        }
        values.put("title", news.title());
        values.put("page", "1");
    }

    /** @param version of what is said, which makes the mark of a comment */
    static Values of(TicketSystem system, TicketRow row, Act act, long version, Optional<URI> pages) {
        TaskNews news = TaskNews.of(row.data());
        String mark = row.task() + "-n" + version;
        Optional<URI> page =
                pages.map(uri -> URI.create(uri.toString().replaceFirst("/+$", "") + "/tasks/" + row.task()));
        Values values = new Values(system, news, news.first(page), news.note(act, mark));
        Instant since = row.sentAt().orElse(row.wantedAt()).minus(MARGIN).truncatedTo(ChronoUnit.SECONDS);
        return values.with("key", row.task())
                .with("mark", mark)
                .with("since", since.toString())
                .with("id", row.external().orElse(""))
                .with("link", page.map(URI::toString).orElse(""));
    }

    Values with(String name, String value) {
        values.put(name, value);
        return this;
    }

    TaskNews news() {
        return news;
    }

    /** For conditions. */
    String plain(String name) {
        return values.getOrDefault(name, "");
    }

    String url(Template template) {
        return template.fill(name -> name.equals("url") ? system.url() : encoded(plain(name)));
    }

    String body(BodyTemplate template) {
        return template.fill(this::inBody, this::lines);
    }

    private String inBody(String name) {
        Format format = system.api().preset().format();
        return switch (name) {
            case "text" -> format.all(text);
            case "note" -> format.all(note);
            default -> plain(name);
        };
    }

    private List<String> lines(String name) {
        Format format = system.api().preset().format();
        return (name.equals("text-line") ? text : note)
                .stream().map(format::line).toList();
    }

    static Map<String, String> headers(TicketSystem system) {
        Map<String, String> headers = new HashMap<>();
        system.api()
                .preset()
                .headers()
                .forEach((name, value) -> headers.put(name, value.fill(place -> secret(system, place))));
        return headers;
    }

    /** What must not stand in a message, whatever the other side repeats. */
    static List<String> secrets(TicketSystem system) {
        return List.of(secret(system, "token"), secret(system, "login")).stream()
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    private static String secret(TicketSystem system, String place) {
        return switch (place) {
            case "token" -> system.token().map(Secret::reveal).orElse("");
            case "user" -> system.user().orElse("");
            case "login" ->
                system.api()
                        .preset()
                        .login()
                        .map(login -> base64(login.fill(part -> secret(system, part))))
                        .orElse("");
            default -> system.parameters().getOrDefault(place, "");
        };
    }

    /** For conditions where there is no task yet. */
    static Function<String, String> parameters(TicketSystem system) {
        return name -> system.parameters().getOrDefault(name, "");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything but what RFC 3986 calls unreserved. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
