package offlist.bounce.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import offlist.bounce.Attempt;
import offlist.pool.IpAddress;

/**
 * PowerMTA's accounting file: CSV whose first line names the columns. {@code d} was taken, {@code b} and {@code rb} were refused, {@code
 * t} and {@code tq} are tried again.
 */
final class PowerLog implements LogReader {
    /** The columns of a file that does not name them: PowerMTA's default. */
    private static final List<String> USUAL = List.of(
            "type",
            "timeLogged",
            "timeQueued",
            "orig",
            "rcpt",
            "orcpt",
            "dsnAction",
            "dsnStatus",
            "dsnDiag",
            "dsnMta",
            "bounceCat",
            "srcType",
            "srcMta",
            "dlvType",
            "dlvSourceIp",
            "dlvDestinationIp",
            "dlvEsmtpAvailable",
            "dlvSize",
            "vmta",
            "jobId",
            "envId");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[XX][XXX]", Locale.ROOT);

    private List<String> columns = USUAL;

    @Override
    public List<LogLine> read(String line) {
        List<String> values = Csv.values(line);
        if (values.getFirst().equals("type")) {
            columns = values;
            return List.of();
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.size() && i < values.size(); i++) {
            row.put(columns.get(i), values.get(i).strip());
        }
        return told(row).stream().toList();
    }

    private static Optional<LogLine> told(Map<String, String> row) {
        Optional<String> to = value(row, "rcpt");
        if (to.isEmpty()) {
            return Optional.empty();
        }
        return switch (row.getOrDefault("type", "")) {
            case "d" -> Optional.of(new LogLine.Delivered(to.get(), mta(row).map(Relay::host), source(row), at(row)));
            case "b", "rb", "t", "tq" ->
                value(row, "dsnDiag").filter(PowerLog::spoken).map(words -> refused(row, words));
            default -> Optional.empty();
        };
    }

    /** {@code smtp;550 …}: another server's words; what PowerMTA says by itself has another type. */
    private static boolean spoken(String diagnostic) {
        return diagnostic.matches("(?is)smtp;\\s*[45]\\d\\d.*");
    }

    private static LogLine refused(Map<String, String> row, String words) {
        return new LogLine.Refused(new Attempt(
                value(row, "rcpt"),
                mta(row).map(Relay::host),
                value(row, "dlvDestinationIp").flatMap(IpAddress::tryParse).or(() -> mta(row).flatMap(Relay::address)),
                words.substring(words.indexOf(';') + 1).strip(),
                value(row, "dsnStatus").map(status -> status.split("\\s", 2)[0]),
                source(row),
                at(row),
                value(row, "orig"),
                value(row, "envId").or(() -> value(row, "jobId"))));
    }

    private static Optional<IpAddress> source(Map<String, String> row) {
        return value(row, "dlvSourceIp").flatMap(IpAddress::tryParse);
    }

    /** {@code mx.example (192.0.2.1)}. */
    private static Optional<Relay> mta(Map<String, String> row) {
        return value(row, "dsnMta")
                .map(mta -> Relay.of(mta.replace('(', '[').replace(')', ']'))
                        .orElseGet(() -> new Relay(mta.split("\\s", 2)[0], Optional.empty())));
    }

    private static Optional<Instant> at(Map<String, String> row) {
        try {
            return value(row, "timeLogged")
                    .map(time -> OffsetDateTime.parse(time, TIME).toInstant());
        } catch (DateTimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> value(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).filter(value -> !value.isEmpty());
    }
}
