package offlist.probe;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offlist.catalogue.Answers;
import offlist.catalogue.CodeSelector;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Style;
import offlist.dns.Answer;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Reads an answer by the rules of a list: what is no clear yes or no is neither. */
public final class VerdictReader {
    /** More codes than any list has; what is beyond is not kept. */
    private static final int MOST_HITS = 32;

    private static final Set<Effect> SHOWN = EnumSet.of(Effect.LISTED, Effect.ALLOWLISTED);

    private VerdictReader() {}

    /** The record type that holds the verdict of a list. */
    public static int type(DnsList list) {
        return list.style() == Style.TXT ? Type.TXT : Type.A;
    }

    /**
     * The verdict of one answer, without a text. An answer without records needs the list's test point before it may
     * count as not listed, so here it is a failure.
     */
    public static Verdict read(DnsList list, Answer answer) {
        return switch (answer) {
            case Answer.Records records -> list.style() == Style.TXT ? readText(list, records) : read(list, records);
            case Answer.NoSuchName none -> new Verdict.NotListed(none.ttl());
            case Answer.NoData none -> new Verdict.Failed(Verdict.Cause.EMPTY_ANSWER);
            case Answer.Failed failed ->
                new Verdict.Failed(Verdict.Cause.valueOf(failed.cause().name()));
        };
    }

    /** One of several answers may be wrong in a way that makes all of them worthless: the worst one decides. */
    private static Verdict read(DnsList list, Answer.Records records) {
        List<Integer> answers = addresses(records);
        if (answers.isEmpty()) {
            return new Verdict.Failed(Verdict.Cause.MALFORMED);
        }
        if (answers.stream().anyMatch(Answers::outsideLoopback)) {
            return new Verdict.Failed(Verdict.Cause.OUTSIDE_LOOPBACK);
        }
        List<Verdict.Hit> hits = answers.stream().flatMap(ip -> hits(list, ip)).toList();
        Optional<Verdict.Hit> error =
                hits.stream().filter(hit -> hit.code().effect() == Effect.ERROR).findFirst();
        if (error.isPresent()) {
            return new Verdict.Refused(error.get());
        }
        boolean localhost = answers.stream()
                .anyMatch(ip -> Answers.localhost(ip) && table(list, ip).isEmpty());
        return localhost ? new Verdict.Failed(Verdict.Cause.UNKNOWN_CODE) : definite(list, hits, records.ttl());
    }

    private static List<Integer> addresses(Answer.Records records) {
        return records.records().stream()
                .filter(ARecord.class::isInstance)
                .map(record -> bits((ARecord) record))
                .distinct()
                .toList();
    }

    /** The rules that speak of an answer, whatever the verdict is in the end. */
    static List<Verdict.Hit> rules(DnsList list, Answer answer) {
        return answer instanceof Answer.Records records
                ? addresses(records).stream()
                        .filter(ip -> !Answers.outsideLoopback(ip))
                        .flatMap(ip -> hits(list, ip))
                        .limit(MOST_HITS)
                        .toList()
                : List.of();
    }

    private static Verdict readText(DnsList list, Answer.Records records) {
        boolean text = records.records().stream().anyMatch(TXTRecord.class::isInstance);
        return text
                ? definite(list, List.of(new Verdict.Hit("TXT", UnknownCodes.ofText(list))), records.ttl())
                : new Verdict.Failed(Verdict.Cause.MALFORMED);
    }

    /** At a list that is there to block, a good word is no listing. */
    private static Verdict definite(DnsList list, List<Verdict.Hit> hits, Duration ttl) {
        Set<Effect> entries = list.type().bad() ? EnumSet.of(Effect.LISTED) : SHOWN;
        List<Verdict.Hit> listed =
                those(hits, hit -> entries.contains(hit.code().effect()));
        OptionalInt score = hits.stream()
                .flatMapToInt(hit -> number(hit).map(IntStream::of).orElseGet(IntStream::empty))
                .min();
        if (!listed.isEmpty()) {
            return new Verdict.Listed(listed, "", ttl, score);
        }
        List<Verdict.Hit> scored = those(hits, hit -> number(hit).isPresent());
        return score.isPresent() ? new Verdict.Scored(scored, score.getAsInt(), ttl) : new Verdict.NotListed(ttl);
    }

    private static List<Verdict.Hit> those(List<Verdict.Hit> hits, Predicate<Verdict.Hit> wanted) {
        return hits.stream().filter(wanted).limit(MOST_HITS).toList();
    }

    /** The number behind a row, whatever else the row means: an allow list may say how much it trusts. */
    private static Optional<Integer> number(Verdict.Hit hit) {
        return hit.code().score().flatMap(score -> Answers.parse(hit.answer()).map(score::of));
    }

    /** All rows that read one answer: those of the table, else the one for what it does not know. */
    private static Stream<Verdict.Hit> hits(DnsList list, int ip) {
        String answer = text(ip);
        List<ReturnCode> rows = new ArrayList<>(table(list, ip));
        if (rows.isEmpty()) {
            boolean error = Answers.inErrorRange(ip);
            rows.add(error ? UnknownCodes.error(answer) : UnknownCodes.of(list, answer));
        } else if (unknownBits(list, ip, rows) != 0) {
            rows.add(UnknownCodes.ofBits(list, unknownBits(list, ip, rows)));
        }
        return rows.stream().map(row -> new Verdict.Hit(answer, row));
    }

    /** A row that names an answer in 127.255.255.0/24 by itself is the list's own word and comes first. */
    private static List<ReturnCode> table(DnsList list, int ip) {
        if (Answers.inErrorRange(ip)) {
            Optional<ReturnCode> named = list.codes().stream()
                    .filter(row -> row.selector().names(ip))
                    .findFirst();
            if (named.isPresent()) {
                return List.of(named.get());
            }
        }
        return list.codesFor(ip);
    }

    private static int unknownBits(DnsList list, int ip, List<ReturnCode> rows) {
        boolean bits = rows.stream().allMatch(row -> row.selector() instanceof CodeSelector.BitMask);
        int known = list.codes().stream()
                .mapToInt(row -> row.selector() instanceof CodeSelector.BitMask mask ? mask.bit() : 0)
                .reduce(0, (one, other) -> one | other);
        return bits ? ip & 0xFF & ~known : 0;
    }

    private static int bits(ARecord record) {
        return ByteBuffer.wrap(record.getAddress().getAddress()).getInt();
    }

    private static String text(int ip) {
        return (ip >>> 24) + "." + (ip >>> 16 & 255) + "." + (ip >>> 8 & 255) + "." + (ip & 255);
    }
}
