package offlist.bounce.log;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import offlist.bounce.Refusal;
import offlist.bounce.RefusalReader;
import offlist.bounce.SourceSettings.LogFormat;
import offlist.catalogue.CatalogueReader;
import offlist.pool.IpAddress;
import offlist.reply.ReplyReader;
import offlist.reply.RuleReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A line of Postfix's log, from its text to what the refusal means. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LogBench {
    private static final List<String> REPLIES = List.of(
            "554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using zen.spamhaus.org;"
                    + " https://www.spamhaus.org/query/ip/192.0.2.10",
            "550 5.7.1 Unfortunately, messages from [192.0.2.10] weren't sent. Please contact your Internet service provider since"
                    + " part of their network is on our block list (S3140).",
            "421 4.7.0 [TSS04] Messages from 192.0.2.10 temporarily deferred due to unexpected volume or user complaints",
            "550 5.1.1 <ann@example.org>: Recipient address rejected: User unknown in virtual mailbox table",
            "450 4.2.0 <ann@example.org>: Recipient address rejected: Greylisted for 300 seconds",
            "552 5.2.2 The email account that you tried to reach is over quota",
            "550 5.7.26 Unauthenticated email from shop.example is not accepted due to domain's DMARC policy.",
            "554 5.7.0 Our system has detected that this message is likely unsolicited mail");

    private static final String LINE = "Nov 23 12:00:01 mail postfix-out1/smtp[8]: 4ABCD%d: to=<ann@example.org>,"
            + " relay=mx.example.org[203.0.113.9]:25, delay=0.4, delays=0.1/0/0.2/0.1, dsn=5.7.1, status=bounced"
            + " (host mx.example.org[203.0.113.9] said: %s (in reply to RCPT TO command))";

    private final List<String> lines = java.util.stream.IntStream.range(0, REPLIES.size())
            .mapToObj(i -> LINE.formatted(i, REPLIES.get(i)))
            .toList();
    private final LogReader log = LogReaders.of(
            LogFormat.POSTFIX,
            Map.of("postfix-out1", IpAddress.parse("192.0.2.10")),
            InstantSource.system(),
            ZoneOffset.UTC);
    private final ReplyReader replies = new ReplyReader(RuleReader.shipped(), CatalogueReader.shipped());
    private final RefusalReader refusals = new RefusalReader(replies::read, address -> new TreeSet<>());
    private int next;

    /** A line that tells of a refusal. */
    @Benchmark
    public Refusal refusedLine() {
        next = next + 1 == lines.size() ? 0 : next + 1;
        LogLine.Refused line = (LogLine.Refused) log.read(lines.get(next)).getFirst();
        return refusals.read(line.attempt());
    }

    /** A line that tells nothing, as most do. */
    @Benchmark
    public List<LogLine> otherLine() {
        return log.read(
                "Nov 23 12:00:01 mail postfix/cleanup[8]: 4ABCD1: message-id=<20261123120001.4ABCD1@mta.shop.example>");
    }
}
