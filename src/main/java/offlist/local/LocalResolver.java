package offlist.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import offlist.catalogue.Kind;
import offlist.dns.Answer;
import offlist.dns.Question;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Answers questions from a file as a list server would answer them from the same file. The test entries of RFC 5782 section 5
 * are listed as soon as the file lists anything, as files for other uses do not have them.
 */
final class LocalResolver implements Resolver {
    private static final CompletableFuture<Answer> NOTHING_READ =
            CompletableFuture.completedFuture(new Answer.Failed(Answer.Cause.SERVFAIL));
    private static final long TEST_V4 = 0x7F000002L;
    private static final long TEST_V6 = 0xFFFF_7F00_0002L;

    private final ResolverId id;
    private final Supplier<Optional<LocalZone>> zone;

    LocalResolver(ResolverId id, Supplier<Optional<LocalZone>> zone) {
        this.id = id;
        this.zone = zone;
    }

    @Override
    public ResolverId id() {
        return id;
    }

    @Override
    public CompletableFuture<Answer> ask(Question question, Duration timeout) {
        return zone.get()
                .map(known -> CompletableFuture.completedFuture(answer(known, question)))
                .orElse(NOTHING_READ);
    }

    private static Answer answer(LocalZone zone, Question question) {
        Optional<AskedAddress> address = AskedAddress.of(question.name());
        if (address.isEmpty()) {
            return new Answer.NoSuchName(Duration.ZERO);
        }
        List<LocalAnswer> said = said(zone, address.get());
        if (said.isEmpty()) {
            return new Answer.NoSuchName(Duration.ZERO);
        }
        List<Record> records = records(zone, said, address.get(), question);
        return records.isEmpty() ? new Answer.NoData(Duration.ZERO) : new Answer.Records(records, Duration.ZERO, false);
    }

    private static List<LocalAnswer> said(LocalZone zone, AskedAddress asked) {
        List<LocalAnswer> said = zone.answers(asked.v6(), asked.high(), asked.low());
        boolean test = asked.high() == 0 && asked.low() == (asked.v6() ? TEST_V6 : TEST_V4);
        return said.isEmpty() && test && zone.speaksOf(asked.v6() ? Kind.IPV6 : Kind.IPV4)
                ? List.of(new LocalAnswer(zone.someCode(), ""))
                : said;
    }

    private static List<Record> records(LocalZone zone, List<LocalAnswer> said, AskedAddress asked, Question question) {
        List<Record> records = new ArrayList<>();
        for (LocalAnswer answer : said) {
            byte[] content = question.type() == Type.A
                    ? new byte[] {
                        (byte) (answer.code() >>> 24),
                        (byte) (answer.code() >>> 16),
                        (byte) (answer.code() >>> 8),
                        (byte) answer.code()
                    }
                    : question.type() == Type.TXT ? text(zone.text(answer, asked::text)) : new byte[0];
            if (content.length > 0) {
                records.add(record(question, content));
            }
        }
        return records.stream().distinct().toList();
    }

    private static byte[] text(String text) {
        return text.isEmpty() ? new byte[0] : ((char) text.length() + text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Record record(Question question, byte[] content) {
        try {
            return Record.newRecord(question.name(), question.type(), DClass.IN, 0, content);
        } catch (RuntimeException broken) {
            throw new IllegalStateException("a record of our own is broken: " + content.length, broken);
        }
    }
}
