package offlist.bounce.log;

import static offlist.bounce.log.PostfixLog.between;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;
import offlist.pool.IpAddress;

/**
 * Exim's main log: {@code TIME ID ** recipient … H=mx.example [192.0.2.1] I=[192.0.2.10] …: SMTP error from remote mail server …},
 * {@code ==} for what is tried again, {@code =>} and {@code ->} for what was taken.
 *
 * <p>Our address is {@code I=}, which Exim writes with {@code log_selector = +outgoing_interface}.
 */
final class EximLog implements LogReader {
    private static final Pattern LINE =
            Pattern.compile("(?<at>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?(?: [+-]\\d{4})?) "
                    + "(?:\\[\\d{1,9}\\] )?"
                    + "(?<id>[A-Za-z0-9]{6}-(?:[A-Za-z0-9]{6}-[A-Za-z0-9]{2}|[A-Za-z0-9]{11}-[A-Za-z0-9]{4})) "
                    + "(?<flag>\\*\\*|==|=>|->|<=) (?<rest>.*)");
    private static final DateTimeFormatter WITH_ZONE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS] XX", Locale.ROOT);
    private static final DateTimeFormatter WITHOUT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS]", Locale.ROOT);
    private static final String ERROR = "SMTP error from remote";

    private final ZoneId zone;
    private final Remembered remembered = new Remembered();

    /** @param zone of times that are written without one */
    EximLog(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public List<LogLine> read(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return List.of();
        }
        String id = matcher.group("id");
        String rest = matcher.group("rest");
        if (matcher.group("flag").equals("<=")) {
            remembered.sender(id, rest.split(" ", 2)[0]);
            return List.of();
        }
        return told(matcher.group("flag"), id, rest, at(matcher.group("at"))).stream()
                .toList();
    }

    private Optional<LogLine> told(String flag, String id, String rest, Optional<Instant> at) {
        Optional<String> to = recipient(rest);
        int error = rest.indexOf(ERROR);
        String fields = error < 0 ? rest : rest.substring(0, error);
        Optional<Relay> relay = between(fields + " ", " H=", "]").flatMap(host -> Relay.of(host + "]"));
        Optional<IpAddress> source = between(fields, " I=[", "]").flatMap(IpAddress::tryParse);
        if (to.isEmpty() || relay.isEmpty() && error < 0) {
            return Optional.empty();
        }
        if (flag.endsWith(">")) {
            return Optional.of(new LogLine.Delivered(to.get(), relay.map(Relay::host), source, at));
        }
        if (error < 0) {
            return Optional.empty();
        }
        Said said = Said.in(rest.substring(error));
        return said.answered() && Character.isDigit((said.reply() + " ").charAt(0))
                ? Optional.of(new LogLine.Refused(new Attempt(
                        to,
                        said.host().or(() -> relay.map(Relay::host)),
                        said.address().or(() -> relay.flatMap(Relay::address)),
                        said.reply(),
                        between(fields + " ", " DS=", " "),
                        source,
                        at,
                        between(fields, " F=<", ">")
                                .filter(from -> !from.isEmpty())
                                .or(() -> remembered.sender(id)),
                        Optional.of(id))))
                : Optional.empty();
    }

    /** The first word, or the mailbox in angle brackets behind a local part. */
    private static Optional<String> recipient(String rest) {
        String[] words = rest.split(" ", 3);
        boolean bare = words[0].indexOf('@') < 0 && words.length > 1 && words[1].startsWith("<");
        String to = bare ? words[1].replaceAll("[<>:]", "") : words[0].replaceAll("[<>:]", "");
        return Optional.of(to).filter(mailbox -> mailbox.indexOf('@') > 0);
    }

    private Optional<Instant> at(String time) {
        try {
            return Optional.of(
                    time.matches(".* [+-]\\d{4}")
                            ? OffsetDateTime.parse(time, WITH_ZONE).toInstant()
                            : LocalDateTime.parse(time, WITHOUT).atZone(zone).toInstant());
        } catch (DateTimeException broken) {
            return Optional.empty();
        }
    }
}
