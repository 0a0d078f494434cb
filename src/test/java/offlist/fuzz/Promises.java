package offlist.fuzz;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import offlist.dns.Answer;
import offlist.dns.Question;
import offlist.probe.Observation;
import offlist.probe.Verdict;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Type;

/** What must be true of every answer and verdict, whatever came; measured with {@link SimplePacket}. */
final class Promises {
    private static final int NOERROR = 0;
    private static final int NXDOMAIN = 3;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_RAW = 400;
    private static final Duration LONGEST_TTL = Duration.ofDays(1);

    private final boolean keyed;

    /** @param keyed whether the zone holds the key, which then must not show itself */
    Promises(boolean keyed) {
        this.keyed = keyed;
    }

    /** The bytes and the name behind the answers to the check itself and to the test point. */
    private @Nullable Seen check;

    private @Nullable Seen point;

    private record Seen(Question question, Answer answer, Optional<SimplePacket> packet, String name) {
        /** The addresses that the packet really holds. */
        TreeSet<String> addresses() {
            return new TreeSet<>(
                    packet.map(read -> read.found(name, SimplePacket.A)).orElse(List.of()));
        }
    }

    static String label(Answer answer) {
        return answer instanceof Answer.Failed failed
                ? failed.cause().label()
                : answer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    void answer(Question question, Answer answer, Optional<byte[]> packet) {
        Optional<SimplePacket> read = packet.flatMap(SimplePacket::read);
        Seen seen = new Seen(question, answer, read, name(question));
        holds(packet.isPresent() || answer instanceof Answer.Failed, "nothing was taken, and yet there is an answer");
        switch (answer) {
            case Answer.Records records -> {
                usable(seen, NOERROR);
                holds(data(records).equals(sorted(seen)), "the records are not those of the packet");
                sane(records.ttl());
            }
            case Answer.NoSuchName none -> {
                usable(seen, NXDOMAIN);
                holds(seen.addresses().isEmpty(), "no such name, and yet it has addresses");
                sane(none.ttl());
            }
            case Answer.NoData none -> {
                usable(seen, NOERROR);
                holds(sorted(seen).isEmpty(), "no data, and yet there is some");
                sane(none.ttl());
            }
            case Answer.Failed failed ->
                holds(
                        packet.isPresent()
                                || failed.cause() == Answer.Cause.TIMEOUT
                                || failed.cause() == Answer.Cause.TRUNCATED,
                        "without a packet there is silence and nothing else");
        }
        remember(seen);
    }

    private void remember(Seen seen) {
        if (seen.question().type() == Type.A) {
            point = check == null ? null : seen;
            check = check == null ? seen : check;
        }
    }

    private static void usable(Seen seen, int rcode) {
        SimplePacket packet = seen.packet().orElseThrow(() -> new BrokenProperty("the packet is no message"));
        holds(packet.repeats(seen.name(), seen.question().type()), "the packet answers another question");
        holds(packet.opcode() == 0 && !packet.truncated(), "another operation, or only a part of the answer");
        holds(packet.rcode() == rcode, "the packet has another response code");
    }

    private static List<String> data(Answer.Records records) {
        return records.records().stream()
                .map(record -> SimplePacket.hex(record.rdataToWireCanonical()))
                .sorted()
                .toList();
    }

    private static List<String> sorted(Seen seen) {
        return seen.packet().orElseThrow().found(seen.name(), seen.question().type()).stream()
                .sorted()
                .toList();
    }

    private static String name(Question question) {
        byte[] name = question.name().toWireCanonical();
        byte[] message = new byte[12 + name.length];
        System.arraycopy(name, 0, message, 12, name.length);
        return SimplePacket.question(message);
    }

    private static void sane(Duration ttl) {
        holds(!ttl.isNegative() && ttl.compareTo(LONGEST_TTL) <= 0, "a time to live of " + ttl);
    }

    /** The verdict on a list whose every code but those that all lists share is a listing. */
    void verdict(Observation seen) {
        Seen asked = Objects.requireNonNull(check);
        TreeSet<String> addresses = asked.addresses();
        boolean listing = !addresses.isEmpty() && addresses.stream().allMatch(Promises::listing);
        switch (seen.verdict()) {
            case Verdict.Listed listed -> {
                holds(listing && asked.answer() instanceof Answer.Records, "listed without such an answer");
                holds(hits(listed).equals(first(addresses)), "the codes are not those of the packet");
                text(listed.text(), LONGEST_TEXT);
                sane(listed.ttl());
            }
            case Verdict.NotListed clean -> {
                boolean empty = asked.answer() instanceof Answer.NoData && vouched();
                holds(asked.answer() instanceof Answer.NoSuchName || empty, "clean, and nobody said so");
                sane(clean.ttl());
            }
            case Verdict.Scored scored -> holds(false, "a number from a list that gives none");
            case Verdict.Refused refused ->
                holds(addresses.stream().anyMatch(Promises::error), "refused without such an answer");
            case Verdict.Failed failed ->
                holds(!(listing && asked.answer() instanceof Answer.Records), "a plain listing was not seen");
        }
        text(seen.raw(), LONGEST_RAW);
        noKey(seen.toString() + seen.verdict());
    }

    private boolean vouched() {
        return point != null
                && point.answer() instanceof Answer.Records
                && point.addresses().stream().anyMatch(Promises::listing);
    }

    private static TreeSet<String> hits(Verdict.Listed listed) {
        TreeSet<String> hits = new TreeSet<>();
        for (Verdict.Hit hit : listed.hits()) {
            StringBuilder hex = new StringBuilder();
            for (String octet : hit.answer().split("\\.", -1)) {
                hex.append(HexFormat.of().toHexDigits((byte) Integer.parseInt(octet)));
            }
            hits.add(hex.toString());
        }
        return hits;
    }

    /** As many as are kept. */
    private static TreeSet<String> first(TreeSet<String> addresses) {
        holds(addresses.size() <= 32, "a packet with so many codes was not thought of here");
        return addresses;
    }

    private static boolean listing(String address) {
        return address.startsWith("7f") && !address.equals("7f000001") && !error(address);
    }

    private static boolean error(String address) {
        return address.startsWith("7fffff");
    }

    private void text(String text, int longest) {
        holds(text.length() <= longest, "a text of " + text.length());
        holds(text.codePoints().noneMatch(Promises::unfit), "a text that is not fit to be shown");
        noKey(text);
    }

    private static boolean unfit(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private void noKey(String text) {
        holds(!keyed || !text.toLowerCase(Locale.ROOT).contains(Recording.KEY), "the key shows itself");
    }

    /** What the recorded answers mean when nothing breaks them. */
    static void honest(Recording subject, Observation seen) {
        String expected = subject.file().contains("-clean-") || subject.file().contains("-alias-to-nothing-")
                ? "not_listed"
                : subject.file().contains("-error-") ? "refused" : unknown(subject) ? "failed" : "listed";
        holds(seen.verdict().label().equals(expected), subject.file() + " unbroken is " + seen.verdict());
    }

    private static boolean unknown(Recording subject) {
        return List.of("-refused-", "-servfail-", "-empty-", "-local-alias-").stream()
                .anyMatch(subject.file()::contains);
    }

    private static void holds(boolean promise, String broken) {
        if (!promise) {
            throw new BrokenProperty(broken);
        }
    }
}
