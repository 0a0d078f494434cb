package offlist.bounce.log;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lines tell, as text that tests compare. */
final class LogLines {
    private LogLines() {}

    static String told(LogReader reader, String lines) {
        return lines.lines()
                .flatMap(line -> reader.read(line).stream())
                .map(LogLines::words)
                .collect(Collectors.joining("\n"));
    }

    private static String words(LogLine line) {
        return switch (line) {
            case LogLine.Refused refused ->
                row(
                        "refused",
                        refused.attempt().recipient(),
                        refused.attempt().remoteMta(),
                        refused.attempt().remoteAddress(),
                        refused.attempt().sourceAddress(),
                        refused.attempt().dsnStatus(),
                        refused.attempt().at(),
                        refused.attempt().sender(),
                        refused.attempt().reference(),
                        Optional.of(refused.attempt().reply()));
            case LogLine.Delivered delivered ->
                row(
                        "delivered",
                        Optional.of(delivered.recipient()),
                        delivered.remoteMta(),
                        delivered.sourceAddress(),
                        delivered.at());
        };
    }

    private static String row(String what, Optional<?>... values) {
        return what + " "
                + Stream.of(values)
                        .map(value -> value.map(Object::toString).orElse("-"))
                        .collect(Collectors.joining(" | "));
    }
}
