package offlist.bounce.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.bounce.Bounce.Returned;
import offlist.pool.IpAddress;

/** What is left of the returned message's headers. */
final class Headers {
    private static final int MOST_LINES = 30;
    private static final int MOST_FIELDS = 200;
    private static final int MOST_OF_A_LINE = 2000;
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\w.:-])(?:\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w.-]*\\w)|(?:IPv6:|(?<=[\\[(]))[0-9A-Fa-f:.]{3,45}(?=[\\]),;\\s]))");

    private Headers() {}

    static Returned of(List<byte[]> returned) {
        if (returned.isEmpty()) {
            return Returned.NOTHING;
        }
        try {
            InternetHeaders headers = new InternetHeaders(new ByteArrayInputStream(returned.getFirst()));
            return new Returned(
                    field(headers, "Message-ID").map(id -> id.replaceAll("[<>\\s]", "")),
                    field(headers, "From"),
                    chain(headers),
                    lines(headers));
        } catch (MessagingException | RuntimeException broken) {
            return Returned.NOTHING;
        }
    }

    private static List<IpAddress> chain(InternetHeaders headers) {
        String[] received = Optional.ofNullable(headers.getHeader("Received")).orElse(new String[0]);
        return Stream.of(received)
                .limit(MOST_LINES)
                .map(line -> line.length() > MOST_OF_A_LINE ? line.substring(0, MOST_OF_A_LINE) : line)
                .flatMap(line -> ADDRESS.matcher(line).results())
                .flatMap(found -> IpAddress.tryParse(found.group().replaceFirst("^IPv6:", "")).stream())
                .distinct()
                .toList();
    }

    private static String lines(InternetHeaders headers) {
        return Collections.list(headers.getAllHeaderLines()).stream()
                .limit(MOST_FIELDS)
                .map(line -> line.replace("\r", ""))
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> field(InternetHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeader(name, null))
                .map(f -> f.length() > MOST_OF_A_LINE ? f.substring(0, MOST_OF_A_LINE) : f)
                .map(String::strip)
                .filter(f -> !f.isEmpty());
    }
}
