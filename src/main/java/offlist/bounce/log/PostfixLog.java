package offlist.bounce.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offlist.bounce.Attempt;
import offlist.bounce.Said;
import offlist.pool.IpAddress;

/**
 * Postfix: {@code postfix/smtp[1]: 4ABC: to=<…>, relay=mx.example[192.0.2.1]:25, …, dsn=5.7.1, status=bounced (host … said: 550 …)}.
 *
 * <p>Such a line carries no source address, so it follows from the name that the transport writes its log under ({@code
 * syslog_name}). Lines of a delivery's earlier hosts, which name no recipient, are left out: the last one tells of it.
 */
final class PostfixLog implements LogReader {
    /** The client, and who stands in for it while a destination is suspended. */
    private static final Set<String> CLIENTS = Set.of("smtp", "error");

    private static final String TO = "to=<";
    private static final String STATUS = ", status=";

    private final Map<String, IpAddress> addresses;
    private final SyslogLines lines;
    private final Remembered remembered = new Remembered();

    PostfixLog(Map<String, IpAddress> addresses, SyslogLines lines) {
        this.addresses = Map.copyOf(addresses);
        this.lines = lines;
    }

    @Override
    public List<LogLine> read(String line) {
        boolean delivery = line.contains(STATUS);
        return delivery || line.contains("from=<")
                ? lines.read(line).flatMap(read -> told(read, delivery)).stream()
                        .toList()
                : List.of();
    }

    private Optional<LogLine> told(SyslogLine line, boolean delivery) {
        int slash = line.program().lastIndexOf('/');
        int colon = line.message().indexOf(": ");
        if (slash < 0 || colon <= 0 || colon > 20) {
            return Optional.empty();
        }
        String id = line.message().substring(0, colon);
        String rest = line.message().substring(colon + 2);
        String daemon = line.program().substring(slash + 1);
        if (daemon.equals("qmgr") && rest.startsWith("from=<")) {
            remembered.sender(id, between(rest, "from=<", ">").orElse(""));
        }
        return delivery && CLIENTS.contains(daemon) && rest.startsWith(TO)
                ? told(line, id, rest, source(line.program().substring(0, slash)))
                : Optional.empty();
    }

    private Optional<LogLine> told(SyslogLine line, String id, String rest, Optional<IpAddress> source) {
        int status = rest.indexOf(STATUS);
        int words = rest.indexOf(" (", status + STATUS.length());
        Optional<String> to = between(rest, TO, ">, ");
        if (status < 0 || words < 0 || to.isEmpty()) {
            return Optional.empty();
        }
        String fields = rest.substring(0, status);
        Optional<Relay> relay = between(fields + ", ", ", relay=", ", ").flatMap(Relay::of);
        if (rest.startsWith("sent", status + STATUS.length())) {
            return Optional.of(new LogLine.Delivered(to.get(), relay.map(Relay::host), source, line.at()));
        }
        Said said = Said.in(inner(rest.substring(words + 2)));
        return said.answered()
                ? Optional.of(new LogLine.Refused(new Attempt(
                        to,
                        said.host().or(() -> relay.map(Relay::host)),
                        said.address().or(() -> relay.flatMap(Relay::address)),
                        said.reply(),
                        between(fields + ", ", ", dsn=", ", "),
                        source,
                        line.at(),
                        remembered.sender(id),
                        Optional.of(id))))
                : Optional.empty();
    }

    private Optional<IpAddress> source(String name) {
        return Optional.ofNullable(addresses.get(name))
                .or(() -> Optional.ofNullable(addresses.get(name.substring(name.lastIndexOf('/') + 1))));
    }

    private static String inner(String words) {
        String stripped = words.strip();
        return stripped.endsWith(")") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    static Optional<String> between(String text, String begin, String end) {
        int from = text.indexOf(begin);
        int to = from < 0 ? -1 : text.indexOf(end, from + begin.length());
        return to < 0 ? Optional.empty() : Optional.of(text.substring(from + begin.length(), to));
    }
}
