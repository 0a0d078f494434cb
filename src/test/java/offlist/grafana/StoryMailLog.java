package offlist.grafana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import offlist.testing.OfflistHome;

/** The log of the operator's mail server, as PowerMTA writes it. */
final class StoryMailLog {
    private static final String COLUMNS = "type,timeLogged,rcpt,dsnStatus,dsnDiag,dsnMta,dlvSourceIp\n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssXX", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path file;

    StoryMailLog(OfflistHome home) {
        this.file = home.write("accounting.csv", "");
    }

    /** What of the configuration is about bounces. */
    String configuration() {
        return """
                bounces:
                  blocks: {recipients: 2}
                  sources: [{log: "%s", format: powermta}]
                """.formatted(file);
    }

    /** What stands in a log before it is read is not read, so the server begins a new one. */
    void begins() {
        append(COLUMNS);
    }

    void refused(String address, String recipient, String reply) {
        String domain = recipient.substring(recipient.indexOf('@') + 1);
        append("b,%s,%s,5.7.1,\"smtp;%s\",mx.%s,%s\n"
                .formatted(TIME.format(Instant.now()), recipient, reply, domain, address));
    }

    private void append(String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
