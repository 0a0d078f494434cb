package offlist.bounce.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offlist.bounce.Attempt;
import offlist.bounce.SourceSettings.LogFormat;
import offlist.pool.IpAddress;
import offlist.reply.ShippedWords;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines made from the truth, and broken ones: each shipped reply in each log. */
final class GeneratedLinesTest {
    private static final IpAddress OURS = IpAddress.parse("192.0.2.10");
    private static final IpAddress THEIRS = IpAddress.parse("203.0.113.9");
    private static final String STRANGE = " []()<>{}:,\"=/\\\u0000\u00e9";
    private static final Instant AT = Instant.parse("2026-11-23T12:00:01Z");

    private static LogReader reader(LogFormat format) {
        return LogReaders.of(format, Map.of("postfix-out1", OURS), InstantSource.fixed(AT), ZoneOffset.UTC);
    }

    /** One line each, as the servers write them: no line ends inside. */
    private static Stream<String> replies() {
        return ShippedWords.all().stream()
                .map(words -> words.replaceAll("\\s+", " ").strip())
                .filter(words -> words.matches("[45]\\d\\d[ -].*"));
    }

    private static String line(LogFormat format, String to, String reply) {
        return switch (format) {
            case POSTFIX ->
                "Nov 23 12:00:01 mail postfix-out1/smtp[8]: 4ABCD1: to=<" + to
                        + ">, relay=mx.example.org[203.0.113.9]:25, delay=1,"
                        + " delays=0/0/1/0, dsn=5.7.1, status=bounced (host mx.example.org[203.0.113.9] said: " + reply
                        + " (in reply to RCPT TO command))";
            case EXIM ->
                "2026-11-23 12:00:01 1abCDe-000001-AB ** " + to
                        + " R=dnslookup T=remote_smtp H=mx.example.org [203.0.113.9]"
                        + " I=[192.0.2.10]:4000: SMTP error from remote mail server after RCPT TO:<" + to + ">: "
                        + reply;
            case KUMOMTA -> kumo(to, reply);
            case POWERMTA ->
                "b,2026-11-23 12:00:01+0000,,news@shop.example," + to + ",,failed,5.7.1,\"smtp;"
                        + reply.replace("\"", "\"\"")
                        + "\",mx.example.org (203.0.113.9),other,smtp,app,smtp,192.0.2.10,203.0.113.9,,900,out1,job7,env9";
        };
    }

    private static String kumo(String to, String reply) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("type", "Bounce")
                .put("recipient", to)
                .put("timestamp", AT.getEpochSecond());
        node.putObject("response")
                .put("code", Integer.parseInt(reply.substring(0, 3)))
                .put("content", reply.substring(4));
        node.putObject("peer_address").put("name", "mx.example.org.").put("addr", "203.0.113.9");
        node.putObject("source_address").put("address", "192.0.2.10:4000");
        return node.toString();
    }

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void everyShippedReplyIsReadWithWhomItWasSaidTo(LogFormat format) {
        LogReader reader = reader(format);
        List<String> replies = replies().toList();
        assertThat(replies).hasSizeGreaterThan(100);
        for (int i = 0; i < replies.size(); i++) {
            String to = "user+" + i + "@example.org";
            List<LogLine> told = reader.read(line(format, to, replies.get(i)));
            assertThat(told).as(replies.get(i)).hasSize(1);
            Attempt attempt = ((LogLine.Refused) told.getFirst()).attempt();
            assertThat(attempt.recipient()).isEqualTo(Optional.of(to));
            assertThat(attempt.remoteMta()).isEqualTo(Optional.of("mx.example.org"));
            assertThat(attempt.remoteAddress()).isEqualTo(Optional.of(THEIRS));
            assertThat(attempt.sourceAddress()).isEqualTo(Optional.of(OURS));
            assertThat(attempt.at()).isEqualTo(Optional.of(AT));
            assertThat(plain(attempt.reply())).isEqualTo(plain(replies.get(i)));
        }
    }

    /** KumoMTA's records do not say what stood between the code and the words. */
    private static String plain(String reply) {
        return reply.substring(0, 3) + " " + reply.substring(4);
    }

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void noBrokenLineMakesTheReaderThrow(LogFormat format) {
        LogReader reader = reader(format);
        List<String> replies = replies().toList();
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            String line = line(format, "ann@example.org", replies.get(random.nextInt(replies.size())));
            String broken = broken(line, random);
            assertThat(reader.read(broken)).as("seed %d: %s", seed, broken).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static String broken(String line, Random random) {
        StringBuilder broken = new StringBuilder(line);
        IntStream.range(0, 1 + random.nextInt(6)).forEach(i -> harm(broken, random));
        return broken.toString();
    }

    private static void harm(StringBuilder line, Random random) {
        int at = random.nextInt(line.length() + 1);
        switch (random.nextInt(5)) {
            case 0 -> line.setLength(at);
            case 1 -> line.insert(at, STRANGE.charAt(random.nextInt(STRANGE.length())));
            case 2 -> line.delete(at, Math.min(line.length(), at + random.nextInt(20)));
            case 3 -> line.insert(at, line.substring(at, Math.min(line.length(), at + 30)));
            default -> {
                if (at < line.length()) {
                    line.setCharAt(at, (char) random.nextInt(0x250));
                }
            }
        }
        if (line.isEmpty()) {
            line.append(' ');
        }
    }

    /** Seconds would be long; what looks at a line again and again needs hours. */
    @Timeout(120)
    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void aLongLineOfOnePieceIsReadToItsEnd(LogFormat format) {
        LogReader reader = reader(format);
        for (String piece :
                List.of("[", "(", " ", "<", ": ", "said: ", "550 ", "host x[", "\"", "{\"a\":", "=", ", ")) {
            String line = line(format, "ann@example.org", "550 " + piece.repeat(100_000 / piece.length()));
            assertThat(reader.read(line)).hasSizeLessThanOrEqualTo(1);
        }
    }
}
