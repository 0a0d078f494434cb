package offlist.probe;

import static offlist.testing.FakeDnsFault.bytes;
import static offlist.testing.FakeDnsFault.delay;
import static offlist.testing.FakeDnsFault.drop;
import static offlist.testing.FakeDnsFault.empty;
import static offlist.testing.FakeDnsFault.forgeriesFirst;
import static offlist.testing.FakeDnsFault.fromOtherHost;
import static offlist.testing.FakeDnsFault.fromOtherPort;
import static offlist.testing.FakeDnsFault.malformed;
import static offlist.testing.FakeDnsFault.message;
import static offlist.testing.FakeDnsFault.overTcp;
import static offlist.testing.FakeDnsFault.rcode;
import static offlist.testing.FakeDnsFault.referral;
import static offlist.testing.FakeDnsFault.truncate;
import static offlist.testing.FakeDnsFault.wire;
import static offlist.testing.FakeDnsFault.wrongId;
import static offlist.testing.FakeDnsFault.wrongQuestion;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offlist.catalogue.Kind;
import offlist.dns.Resolvers;
import offlist.pool.IpAddress;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Everything a server may answer, over UDP and over TCP, and what it means: listed, not listed, or neither. One row for
 * each case: what happens to the true answer about an address that is listed or clean, and the verdict by both ways.
 */
class EveryAnswerTest {
    private static final String LISTED = "192.0.2.10";
    private static final String CLEAN = "192.0.2.11";
    private static final String IS_LISTED = "listed 127.0.0.2";
    private static final String NOT_LISTED = "not_listed";
    private static final String TIMEOUT = "failed timeout";
    private static final String TRUNCATED = "failed truncated";
    private static final String MALFORMED = "failed malformed";
    private static final String LAME = "failed lame";
    private static final int HEADER = 12;
    private static final int QUESTION_END = HEADER + "10.2.0.192.bl.test".length() + 2 + 4;

    private final FakeDns dns = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final Prober prober = new DnsProber(resolvers::resolver, InstantSource.system());
    private final AskedList list =
            AskedLists.asked(AskedLists.custom(dns).list().with(java.util.Set.of(Kind.values())), dns);

    private record Case(String name, String about, FakeDnsFault fault, String udp, String tcp) {
        Case(String name, String about, FakeDnsFault fault, String both) {
            this(name, about, fault, both, both);
        }

        @Override
        public String toString() {
            return name + " (" + (about.equals(LISTED) ? "listed" : "clean") + ")";
        }
    }

    @BeforeEach
    void truth() {
        dns.zone("bl.test").testPoints().list(LISTED, "127.0.0.2");
    }

    @AfterEach
    void stop() {
        resolvers.close();
        dns.close();
    }

    static Stream<Case> cases() {
        return Stream.of(truths(), codes(), strangers(), broken(), chains(), records())
                .flatMap(part -> part);
    }

    private static Stream<Case> truths() {
        return Stream.of(
                new Case("the truth", LISTED, reply -> {}, IS_LISTED),
                new Case("the truth", CLEAN, reply -> {}, NOT_LISTED),
                new Case("silence", LISTED, drop(), TIMEOUT, TRUNCATED),
                new Case("silence", CLEAN, drop(), TIMEOUT, TRUNCATED),
                new Case("too late", LISTED, delay(Duration.ofMillis(800)), TIMEOUT, TRUNCATED),
                new Case("too late", CLEAN, delay(Duration.ofMillis(800)), TIMEOUT, TRUNCATED),
                new Case("truncated, whole over TCP", LISTED, truncate(), IS_LISTED),
                new Case("truncated, whole over TCP", CLEAN, truncate(), NOT_LISTED),
                new Case("truncated over TCP too", LISTED, message(EveryAnswerTest::truncated), TRUNCATED),
                new Case("truncated over TCP too", CLEAN, message(EveryAnswerTest::truncated), TRUNCATED),
                new Case("truncated with records, whole over TCP", LISTED, EveryAnswerTest::cutOverUdp, IS_LISTED),
                new Case("truncated with lies, clean over TCP", CLEAN, EveryAnswerTest::cutOverUdp, NOT_LISTED));
    }

    private static Stream<Case> codes() {
        return both(
                "SERVFAIL",
                rcode(Rcode.SERVFAIL),
                "failed servfail",
                "REFUSED",
                rcode(Rcode.REFUSED),
                "failed refused",
                "FORMERR",
                rcode(Rcode.FORMERR),
                "failed bad_rcode",
                "NOTIMP",
                rcode(Rcode.NOTIMP),
                "failed bad_rcode",
                "NOTAUTH",
                rcode(Rcode.NOTAUTH),
                "failed bad_rcode",
                "YXDOMAIN",
                rcode(Rcode.YXDOMAIN),
                "failed bad_rcode",
                "SERVFAIL beside the records",
                header(Rcode.SERVFAIL),
                "failed servfail",
                "REFUSED beside the records",
                header(Rcode.REFUSED),
                "failed refused",
                "a code in EDNS",
                message(EveryAnswerTest::badVersion),
                "failed bad_rcode",
                "another opcode",
                wire(w -> set(w, 2, w[2] | 0x28)),
                MALFORMED);
    }

    private static Stream<Case> strangers() {
        return Stream.of(
                        both("another id", wrongId(), TIMEOUT, TRUNCATED),
                        both("another question", wrongQuestion(), TIMEOUT, MALFORMED),
                        both("a question of another type", wire(w -> set(w, QUESTION_END - 3, 28)), TIMEOUT, MALFORMED),
                        both("a question of another class", wire(w -> set(w, QUESTION_END - 1, 3)), TIMEOUT, MALFORMED),
                        both("no question", message(m -> m.removeAllRecords(Section.QUESTION)), TIMEOUT, MALFORMED),
                        both("two questions", message(EveryAnswerTest::askTwice), TIMEOUT, MALFORMED),
                        both("the question itself", wire(w -> set(w, 2, w[2] & 0x7F)), TIMEOUT, MALFORMED),
                        both("a header and nothing else", wire(w -> Arrays.copyOf(w, HEADER)), TIMEOUT, MALFORMED),
                        both("one byte", bytes(new byte[] {1}), TIMEOUT, TRUNCATED))
                .flatMap(rows -> rows);
    }

    private static Stream<Case> broken() {
        return both(
                "counts that are wrong",
                malformed(),
                MALFORMED,
                "something behind the end",
                wire(w -> Arrays.copyOf(w, w.length + 7)),
                MALFORMED,
                "cut off in the middle of the records",
                wire(w -> Arrays.copyOf(w, w.length - 3)),
                MALFORMED,
                "a name that points at itself",
                wire(EveryAnswerTest::loop),
                MALFORMED,
                "a name that points behind the end",
                wire(EveryAnswerTest::beyond),
                MALFORMED,
                "a referral",
                referral("test"),
                LAME,
                "an answer about another name",
                message(m -> answers(m, other(), Type.A, "127.0.0.2")),
                LAME);
    }

    private static Stream<Case> chains() {
        return Stream.of(
                        both("an alias to a listing", message(m -> chain(m, 1, true)), IS_LISTED),
                        both("eight aliases", message(m -> chain(m, 8, true)), IS_LISTED),
                        both("nine aliases", message(m -> chain(m, 9, true)), MALFORMED),
                        both("an alias to itself", message(EveryAnswerTest::aliasOfItself), MALFORMED),
                        both("an alias that is not followed", message(m -> chain(m, 1, false)), LAME),
                        both("an alias to no such name", message(EveryAnswerTest::dangling), NOT_LISTED))
                .flatMap(rows -> rows);
    }

    private static Stream<Case> records() {
        return Stream.of(
                        both("outside 127.0.0.0/8", message(m -> codes(m, "192.0.2.80")), "failed outside_loopback"),
                        both("half outside", message(m -> codes(m, "127.0.0.2", "8.8.8.8")), "failed outside_loopback"),
                        both("127.0.0.1", message(m -> codes(m, "127.0.0.1")), "failed unknown_code"),
                        both(
                                "127.0.0.1 beside",
                                message(m -> codes(m, "127.0.0.2", "127.0.0.1")),
                                "failed unknown_code"),
                        both("127.255.255.254", message(m -> codes(m, "127.255.255.254")), "refused 127.255.255.254"),
                        both("127.255.255.0", message(m -> codes(m, "127.255.255.0")), "refused 127.255.255.0"),
                        both(
                                "an error beside",
                                message(m -> codes(m, "127.0.0.2", "127.255.255.3")),
                                "refused 127.255.255.3"),
                        both("the same twice", message(m -> codes(m, "127.0.0.2", "127.0.0.2")), IS_LISTED),
                        both("two codes", message(m -> codes(m, "127.0.0.2", "127.0.0.4")), IS_LISTED + " 127.0.0.4"),
                        both("IPv6 beside it", message(EveryAnswerTest::withIpv6), IS_LISTED),
                        both("nothing but IPv6", message(m -> answers(m, asked(m), Type.AAAA, "::ffff:7f00:2")), LAME),
                        both("a text for an address", message(m -> answers(m, asked(m), Type.TXT, "seen")), LAME),
                        both("another class", message(m -> answer(m, Rcode.NOERROR, chaos(m))), LAME),
                        both("no such name, with records", header(Rcode.NXDOMAIN, "127.0.0.2"), MALFORMED),
                        both("no such name, with IPv6", message(EveryAnswerTest::noNameButIpv6), MALFORMED),
                        both("600 records", message(EveryAnswerTest::heap), MALFORMED),
                        both("nothing, and the test point vouches", empty(), NOT_LISTED),
                        both("TTL 0", message(m -> answers(m, asked(m), Type.A, "127.0.0.2", 0)), IS_LISTED),
                        both("TTL 2^31", lives(0x80), IS_LISTED),
                        both("TTL above 2^31", lives(0xFF), IS_LISTED),
                        both("every unused bit", wire(w -> set(w, 3, w[3] | 0x70)), null))
                .flatMap(rows -> rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void overUdp(Case each) throws Exception {
        lie(each.about(), each.fault());
        assertThat(verdict(each.about())).isEqualTo(each.udp());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void throughTcp(Case each) throws Exception {
        lie(each.about(), overTcp(each.fault()));
        assertThat(verdict(each.about())).isEqualTo(each.tcp());
        assertThat(dns.asked().overTcp()).isPositive();
    }

    @Test
    void fromAnotherAddressOrPortOrForgedBeforehandNothingCounts() throws Exception {
        lie(LISTED, fromOtherHost());
        assertThat(verdict(LISTED)).isEqualTo(TIMEOUT);
        dns.wellBehaved();
        lie(CLEAN, fromOtherPort());
        assertThat(verdict(CLEAN)).isEqualTo(TIMEOUT);
        dns.wellBehaved();
        lie(CLEAN, forgeriesFirst());
        assertThat(verdict(CLEAN)).isEqualTo(NOT_LISTED);
        lie(LISTED, forgeriesFirst());
        assertThat(verdict(LISTED)).isEqualTo(IS_LISTED);
    }

    @Test
    void aQuestionInOtherLettersIsAnotherQuestionOverUdp() throws Exception {
        dns.zone("bl.test").list("example.com", "127.0.0.2");
        FakeDnsFault upper = wire(w -> set(w, HEADER + 1, 'E'));
        dns.on("example.com.bl.test", upper);
        assertThat(verdict("example.com")).isEqualTo(TIMEOUT);
        dns.wellBehaved().on("example.com.bl.test", overTcp(upper));
        assertThat(verdict("example.com")).isEqualTo(IS_LISTED);
    }

    @Test
    void truncatedAndNobodyListensOnTcp() throws Exception {
        dns.withoutTcp().always(truncate());
        assertThat(verdict(LISTED)).isEqualTo(TRUNCATED);
        assertThat(verdict(CLEAN)).isEqualTo(TRUNCATED);
    }

    @Test
    void aServerWithoutEdnsIsAskedWithoutIt() throws Exception {
        dns.always(reply -> {
            if (reply.query().getOPT() != null) {
                rcode(Rcode.FORMERR).apply(reply);
            }
        });
        assertThat(verdict(LISTED)).isEqualTo(IS_LISTED);
        assertThat(verdict(CLEAN)).isEqualTo(NOT_LISTED);
    }

    @Test
    void theAnswerToAQuestionThatWasGivenUpIsNotTheAnswerToTheNext() throws Exception {
        lie(CLEAN, FakeDnsFault.first(1, reply -> {
            codes(reply.message(), "127.0.0.2");
            reply.delay(Duration.ofMillis(500));
        }));
        lie(CLEAN, FakeDnsFault.first(2, delay(Duration.ofMillis(150))));
        assertThat(verdict(CLEAN)).isEqualTo(TIMEOUT);
        assertThat(verdict(CLEAN)).isEqualTo(NOT_LISTED);
    }

    @Test
    void anAnswerThatComesTwiceCountsOnce() throws Exception {
        lie(LISTED, reply -> reply.sendBefore(reply.toWire()));
        assertThat(verdict(LISTED)).isEqualTo(IS_LISTED);
        assertThat(verdict(CLEAN)).isEqualTo(NOT_LISTED);
        assertThat(verdict(LISTED)).isEqualTo(IS_LISTED);
    }

    @Test
    void aWildcardIsAListingByItselfAndTheTestPointsKnowBetter() throws Exception {
        dns.zone("bl.test").wildcard("127.0.0.2");
        assertThat(verdict(CLEAN)).isEqualTo(IS_LISTED);
        List<PointResult> points = new HealthProbe(resolvers::resolver)
                .examine(list, Kind.IPV4, dns.id())
                .get(20, TimeUnit.SECONDS);
        assertThat(HealthWords.judge(list, Kind.IPV4, dns.id(), points).state())
                .isEqualTo(Health.State.LISTS_EVERYTHING);
    }

    @Test
    void aTestPointOfAnotherKindDoesNotVouch() throws Exception {
        dns.zone("bl.test").exists("2001:db8::25").exists(CLEAN);
        assertThat(verdict("2001:db8::25")).isEqualTo(NOT_LISTED);
        dns.on("2.0.0.0.0.0.f.7.f.f.f.f" + ".0".repeat(20) + ".bl.test", empty());
        assertThat(verdict("2001:db8::25")).isEqualTo("failed empty_answer");
        assertThat(verdict(CLEAN)).isEqualTo(NOT_LISTED);
    }

    @Test
    void aTestPointByAnotherResolverDoesNotVouch() throws Exception {
        try (FakeDns other = FakeDns.start()) {
            other.zone("bl.test").exists(CLEAN);
            dns.zone("bl.test").exists(CLEAN);
            AskedList both = AskedLists.custom(dns, other);
            Check elsewhere = new Check(both, IpAddress.parse(CLEAN), other.id(), false);
            assertThat(words(elsewhere)).isEqualTo("failed empty_answer");
            assertThat(words(new Check(both, IpAddress.parse(CLEAN), dns.id(), false)))
                    .isEqualTo(NOT_LISTED);
        }
    }

    private void lie(String about, FakeDnsFault fault) {
        dns.on(dns.zone("bl.test").nameOf(about).toString(), fault);
    }

    private String verdict(String about) throws Exception {
        return words(new Check(list, offlist.pool.Target.parse(about), dns.id(), false));
    }

    private String words(Check check) throws Exception {
        Verdict verdict = prober.probe(check).get(20, TimeUnit.SECONDS).verdict();
        return SaidWords.of(verdict);
    }

    private static Stream<Case> both(String name, FakeDnsFault fault, String udp, String tcp) {
        return Stream.of(LISTED, CLEAN).map(about -> new Case(name, about, fault, udp, tcp));
    }

    /** Without a verdict the fault is to change nothing. */
    private static Stream<Case> both(
            String name, FakeDnsFault fault, @org.jspecify.annotations.Nullable String verdict) {
        return Stream.of(LISTED, CLEAN)
                .map(about -> new Case(
                        name, about, fault, verdict != null ? verdict : about.equals(LISTED) ? IS_LISTED : NOT_LISTED));
    }

    /** Name, fault and verdict in turn. */
    private static Stream<Case> both(Object... rows) {
        return IntStream.range(0, rows.length / 3)
                .boxed()
                .flatMap(i -> both((String) rows[3 * i], (FakeDnsFault) rows[3 * i + 1], (String) rows[3 * i + 2]));
    }

    private static Name asked(Message message) {
        return message.getQuestion().getName();
    }

    private static Name other() {
        return Name.fromConstantString("other.bl.test.");
    }

    private static Record record(Name name, int type, int dclass, long ttl, String value) {
        try {
            return Record.fromString(name, type, dclass, ttl, value, Name.root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(Message message, int rcode, Record... records) {
        message.getHeader().setRcode(rcode);
        message.removeAllRecords(Section.ANSWER);
        message.removeAllRecords(Section.AUTHORITY);
        Stream.of(records).forEach(each -> message.addRecord(each, Section.ANSWER));
    }

    private static void answers(Message message, Name name, int type, String value) {
        answers(message, name, type, value, 60);
    }

    private static void answers(Message message, Name name, int type, String value, long ttl) {
        answer(message, Rcode.NOERROR, record(name, type, DClass.IN, ttl, value));
    }

    private static Record[] all(Message message, String... codes) {
        return Stream.of(codes)
                .map(code -> record(asked(message), Type.A, DClass.IN, 60, code))
                .toArray(Record[]::new);
    }

    /** The message does not take the same record twice, so the second lives longer. */
    private static void codes(Message message, String... codes) {
        answer(message, Rcode.NOERROR);
        for (int i = 0; i < codes.length; i++) {
            message.addRecord(record(asked(message), Type.A, DClass.IN, 60 + i, codes[i]), Section.ANSWER);
        }
    }

    private static FakeDnsFault header(int rcode, String... codes) {
        return message(m -> answer(m, rcode, all(m, codes.length == 0 ? new String[] {"127.0.0.2"} : codes)));
    }

    private static void truncated(Message message) {
        message.getHeader().setFlag(Flags.TC);
    }

    private static void badVersion(Message message) {
        message.removeAllRecords(Section.ADDITIONAL);
        message.addRecord(new OPTRecord(1232, 1, 0), Section.ADDITIONAL);
    }

    private static void askTwice(Message message) {
        message.addRecord(Record.newRecord(other(), Type.A, DClass.IN), Section.QUESTION);
    }

    private static void chain(Message message, int links, boolean end) {
        answer(message, Rcode.NOERROR);
        Name at = asked(message);
        for (int i = 0; i < links; i++) {
            Name next = Name.fromConstantString("l" + i + ".bl.test.");
            message.addRecord(record(at, Type.CNAME, DClass.IN, 60, next.toString()), Section.ANSWER);
            at = next;
        }
        if (end) {
            message.addRecord(record(at, Type.A, DClass.IN, 60, "127.0.0.2"), Section.ANSWER);
        }
    }

    private static void aliasOfItself(Message message) {
        answers(message, asked(message), Type.CNAME, asked(message).toString());
    }

    private static void dangling(Message message) {
        chain(message, 1, false);
        message.getHeader().setRcode(Rcode.NXDOMAIN);
        Name zone = Name.fromConstantString("bl.test.");
        message.addRecord(new SOARecord(zone, DClass.IN, 60, zone, zone, 1, 60, 60, 60, 60), Section.AUTHORITY);
    }

    private static void withIpv6(Message message) {
        codes(message, "127.0.0.2");
        message.addRecord(record(asked(message), Type.AAAA, DClass.IN, 60, "2001:db8::1"), Section.ANSWER);
    }

    private static void noNameButIpv6(Message message) {
        answer(message, Rcode.NXDOMAIN, record(asked(message), Type.AAAA, DClass.IN, 60, "2001:db8::1"));
    }

    private static Record chaos(Message message) {
        return record(asked(message), Type.A, DClass.CH, 60, "127.0.0.2");
    }

    private static void heap(Message message) {
        codes(
                message,
                IntStream.range(0, 600)
                        .mapToObj(i -> "127.1." + i / 256 + "." + i % 256)
                        .toArray(String[]::new));
    }

    /** The first byte of a time to live: the highest bit must not be set. */
    private static FakeDnsFault lives(int first) {
        return reply -> {
            codes(reply.message(), "127.0.0.2");
            reply.sendBytes(set(reply.toWire(), QUESTION_END + 6, first));
        };
    }

    private static void cutOverUdp(offlist.testing.FakeDnsReply reply) {
        if (!reply.tcp()) {
            codes(reply.message(), "127.0.0.2");
            truncated(reply.message());
        }
    }

    private static byte[] set(byte[] wire, int at, int value) {
        byte[] other = wire.clone();
        other[at] = (byte) value;
        return other;
    }

    private static byte[] loop(byte[] wire) {
        return set(set(wire, QUESTION_END, 0xC0), QUESTION_END + 1, QUESTION_END);
    }

    private static byte[] beyond(byte[] wire) {
        return set(set(wire, QUESTION_END, 0xFF), QUESTION_END + 1, 0xFF);
    }
}
