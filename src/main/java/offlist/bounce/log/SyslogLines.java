package offlist.bounce.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lines as syslog and the journal write them: {@code Nov 23 12:00:00 host program[1]: …} (RFC 3164), the same with an RFC 3339 time,
 * and the JSON of {@code journalctl -o json}.
 */
final class SyslogLines {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int TRADITIONAL = 15;

    /** {@code +0000} as {@code journalctl -o short-iso} writes it, or {@code +00:00}. */
    private static final DateTimeFormatter WITH_ZONE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSSSSS][.SSS][,SSSSSS][XXX][XX]", Locale.ROOT);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone of times that are written without one */
    SyslogLines(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    Optional<SyslogLine> read(String line) {
        if (line.startsWith("{")) {
            return json(line);
        }
        boolean traditional = line.length() > TRADITIONAL && !Character.isDigit(line.charAt(0));
        int end = traditional ? TRADITIONAL : line.indexOf(' ');
        int host = end < 0 ? -1 : line.indexOf(' ', end + 1);
        int colon = host < 0 ? -1 : line.indexOf(": ", host);
        if (colon < 0) {
            return Optional.empty();
        }
        String time = line.substring(0, end);
        return Optional.of(new SyslogLine(
                traditional ? withoutYear(time) : withYear(time),
                program(line.substring(host + 1, colon)),
                line.substring(colon + 2)));
    }

    private static String program(String tag) {
        int bracket = tag.indexOf('[');
        return bracket < 0 ? tag : tag.substring(0, bracket);
    }

    private Optional<Instant> withYear(String time) {
        try {
            return Optional.of(OffsetDateTime.parse(time, WITH_ZONE).toInstant());
        } catch (DateTimeException other) {
            return local(time);
        }
    }

    private Optional<Instant> local(String time) {
        try {
            return Optional.of(LocalDateTime.parse(time).atZone(zone).toInstant());
        } catch (DateTimeException broken) {
            return Optional.empty();
        }
    }

    /** The year is the one that puts it into the past. */
    private Optional<Instant> withoutYear(String time) {
        int month = MONTHS.indexOf(time.substring(0, 3)) + 1;
        try {
            String[] clockTime = time.substring(7).split(":", 3);
            ZonedDateTime now = clock.instant().atZone(zone);
            LocalDateTime at = LocalDateTime.of(
                    now.getYear(),
                    month,
                    Integer.parseInt(time.substring(4, 6).strip()),
                    Integer.parseInt(clockTime[0]),
                    Integer.parseInt(clockTime[1]),
                    Integer.parseInt(clockTime[2]));
            Instant instant = at.atZone(zone).toInstant();
            boolean next = instant.isAfter(now.toInstant().plus(AHEAD));
            return Optional.of(next ? at.minusYears(1).atZone(zone).toInstant() : instant);
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    private static Optional<SyslogLine> json(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            long micros = node.path("__REALTIME_TIMESTAMP").asLong();
            return Optional.of(new SyslogLine(
                    micros > 0 ? Optional.of(Instant.ofEpochMilli(micros / 1000)) : Optional.empty(),
                    node.path("SYSLOG_IDENTIFIER").asText(),
                    node.path("MESSAGE").asText()));
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }
}
