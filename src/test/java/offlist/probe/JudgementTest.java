package offlist.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offlist.catalogue.Because;
import offlist.catalogue.CodeSelector;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Style;
import offlist.catalogue.Zone;
import offlist.dns.Answer;
import offlist.dns.ResolverId;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;

/** From answers to sentences, without a server: what test points say of a list, and how it is put. */
class JudgementTest {
    private static final ResolverId RESOLVER = new ResolverId("127.0.0.1:53");
    private static final Name NAME = Name.fromConstantString("2.0.0.127.bl.test.");
    private static final DnsList HOUSE = DnsList.custom(new ListId("house"), Zone.of("bl.test"));

    /** Addresses, {@code nx}, {@code nodata}, or the cause of a failure. */
    private static Answer answer(String words) {
        return switch (words) {
            case "nx" -> new Answer.NoSuchName(Duration.ZERO);
            case "nodata" -> new Answer.NoData(Duration.ZERO);
            default ->
                Character.isDigit(words.charAt(0))
                        ? new Answer.Records(addresses(words), Duration.ZERO, false)
                        : new Answer.Failed(Answer.Cause.valueOf(words.toUpperCase(Locale.ROOT)));
        };
    }

    private static List<Record> addresses(String words) {
        return Stream.of(words.split(" ", -1)).map(JudgementTest::address).toList();
    }

    private static Record address(String words) {
        try {
            return new ARecord(NAME, DClass.IN, 60, InetAddress.getByName(words));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static AskedList asked(DnsList list) {
        return new AskedList(list, list.zone(), List.of(RESOLVER), Duration.ofSeconds(1), 1);
    }

    private static Health judge(DnsList list, String negative, String positive) {
        List<PointResult> results = new ArrayList<>();
        if (!negative.isEmpty()) {
            Answer said = answer(negative);
            results.add(new PointResult("127.0.0.1", false, PointReading.negative(list, said), said, Optional.empty()));
        }
        if (!positive.isEmpty()) {
            Answer said = answer(positive);
            results.add(new PointResult("127.0.0.2", true, PointReading.positive(list, said), said, Optional.empty()));
        }
        return HealthWords.judge(asked(list), Kind.IPV4, RESOLVER, results);
    }

    /** What the point says that must not be listed, what the other one says, and what that means. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nx              | 127.0.0.2       | HEALTHY          | NONE      | ''",
                "nodata          | 127.0.0.2       | HEALTHY          | NONE      | ''",
                "127.0.0.2       | ''              | LISTS_EVERYTHING | NONE      | answers 127.0.0.2 for 127.0.0.1, which it must not list",
                "127.0.0.2       | 127.0.0.2       | LISTS_EVERYTHING | NONE      | drop the list if this lasts",
                "192.0.2.80      | ''              | LISTS_EVERYTHING | OUTSIDE   | answers 192.0.2.80 for 127.0.0.1: its domain is parked",
                "127.255.255.254 | ''              | REFUSING         | NONE      | refuses resolver 127.0.0.1:53 (127.255.255.254, the list did not take the question): use a resolver of your own",
                "nx              | 127.255.255.254 | REFUSING         | NONE      | refuses resolver 127.0.0.1:53 (127.255.255.254",
                "127.0.0.1       | ''              | REFUSING         | OUTSIDE   | refuses resolver 127.0.0.1:53 (127.0.0.1): use a resolver of your own",
                "refused         | ''              | REFUSING         | DENIED    | (REFUSED): let this host ask there, or name another resolver",
                "nx              | refused         | REFUSING         | EMPTY     | (REFUSED): let this host ask there",
                "timeout         | ''              | UNREACHABLE      | NO_ANSWER | does not answer through 127.0.0.1:53 (timeout): check that",
                "nx              | timeout         | UNREACHABLE      | NO_ANSWER | does not answer through 127.0.0.1:53 (timeout)",
                "nx              | servfail        | UNREACHABLE      | EMPTY     | does not answer through 127.0.0.1:53 (SERVFAIL)",
                "servfail        | ''              | UNREACHABLE      | NO_ANSWER | does not answer through 127.0.0.1:53 (SERVFAIL)",
                "nx              | nx              | LISTS_NOTHING    | NONE      | does not list its test point 127.0.0.2 through 127.0.0.1:53",
                "nx              | nodata          | LISTS_NOTHING    | EMPTY     | does not list its test point 127.0.0.2 through 127.0.0.1:53",
                "nx              | 192.0.2.80      | LISTS_NOTHING    | OUTSIDE   | answers 192.0.2.80 for its test point 127.0.0.2, outside 127.0.0.0/8",
                "nx              | ''              | UNVERIFIED       | NONE      | has no test point for ipv4 that must be listed and is taken at its word",
                "''              | ''              | UNVERIFIED       | NONE      | has no test point for ipv4 and is taken at its word",
            })
    void whatTestPointsSay(String negative, String positive, Health.State state, Symptom.Sign sign, String words) {
        Health health = judge(HOUSE, negative, positive);
        assertEquals(state, health.state());
        assertEquals(sign, health.symptom().sign());
        assertThat(health.cause()).contains(words);
        if (state == Health.State.HEALTHY) {
            assertEquals(Health.HEALTHY, health);
        } else {
            assertThat(health.cause()).startsWith("house ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nx         | timeout    | timeout",
                "nx         | nodata     | NOERROR without records",
                "192.0.2.80 | ''         | 192.0.2.80",
                "nx         | 192.0.2.80 | 192.0.2.80",
                "refused    | ''         | REFUSED",
            })
    void aSymptomRepeatsTheAnswer(String negative, String positive, String words) {
        assertEquals(words, judge(HOUSE, negative, positive).symptom().words());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUBLIC_RESOLVER  | PUBLIC | it is a public or forwarding resolver",
                "TOO_MANY_QUERIES | NONE   | it asks too much",
                "NOT_REGISTERED   | NONE   | register the address from which the resolver asks with the operator",
                "BAD_KEY          | NONE   | whether it has expired",
                "BAD_ZONE         | NONE   | takes questions about ipv4",
            })
    void aCodeThatSaysWhyBringsItsRemedy(Because because, Symptom.Sign sign, String remedy) {
        ReturnCode code = new ReturnCode(
                CodeSelector.OctetPattern.parse("127.255.255.254").orElseThrow(),
                Effect.ERROR,
                "query-blocked",
                "blocked",
                Optional.empty(),
                Optional.empty(),
                Optional.of(because));
        Health health = judge(HOUSE.with(Style.EXACT, List.of(code)), "127.255.255.254", "");
        assertEquals(sign, health.symptom().sign());
        assertThat(health.cause()).contains("(127.255.255.254, blocked): ", remedy);
    }

    @Test
    void aListWithAKeyIsRefusedForItsKey() {
        DnsList keyed = DnsList.custom(new ListId("keyed"), Zone.of("{key}.bl.test"));
        assertThat(judge(keyed, "127.255.255.254", "").cause()).contains("check the key, and that it is good");
    }

    /** Expected answers of a test point count before the code table, a code without a meaning only where one must be. */
    @Test
    void whatAPointSays() {
        ReturnCode neutral = new ReturnCode(
                CodeSelector.OctetPattern.parse("127.0.0.9").orElseThrow(), Effect.NEUTRAL, "x", "nothing");
        DnsList list = HOUSE.with(Style.EXACT, List.of(neutral));
        assertEquals(PointReading.ANSWERS, PointReading.positive(list, answer("127.0.0.9")));
        assertEquals(PointReading.SILENT, PointReading.negative(list, answer("127.0.0.9")));
        assertEquals(PointReading.SILENT, PointReading.positive(list, answer("nx")));
        assertEquals(PointReading.ANSWERS, PointReading.negative(list, answer("127.0.0.2")));
    }

    @ParameterizedTest
    @EnumSource(Answer.Cause.class)
    void aFailureIsAnUnreachableListUnlessItIsARefusal(Answer.Cause cause) {
        PointReading expected = cause == Answer.Cause.REFUSED ? PointReading.REFUSES : PointReading.UNREACHABLE;
        assertEquals(expected, PointReading.negative(HOUSE, new Answer.Failed(cause)));
        assertThat(AnswerWords.of(new Answer.Failed(cause))).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nx                  | NXDOMAIN",
                "nodata              | NOERROR without records",
                "127.0.0.2           | 127.0.0.2",
                "127.0.0.2 127.0.0.4 | 127.0.0.2, 127.0.0.4",
                "timeout             | timeout",
                "servfail            | SERVFAIL",
                "refused             | REFUSED",
                "bad_rcode           | an odd response code",
                "truncated           | truncated, no answer over TCP",
                "malformed           | a malformed response",
            })
    void anAnswerInWords(String said, String words) {
        assertEquals(words, AnswerWords.of(answer(said)));
    }

    @Test
    void ofManyRecordsSomeAreNamed() {
        List<Record> records = new ArrayList<>(
                IntStream.range(0, 16).mapToObj(i -> address("127.0.1." + i)).toList());
        assertThat(AnswerWords.of(new Answer.Records(records, Duration.ZERO, false)))
                .endsWith("127.0.1.15")
                .doesNotContain("more");
        records.add(new TXTRecord(NAME, DClass.IN, 60, "secret"));
        assertThat(AnswerWords.of(new Answer.Records(records, Duration.ZERO, false)))
                .endsWith("127.0.1.15 and 1 more")
                .doesNotContain("secret");
        assertEquals("TXT", AnswerWords.record(records.getLast()));
    }

    @Test
    void aVerdictInWords() {
        Verdict.Hit hit = new Verdict.Hit("127.0.0.2", HOUSE.codes().getFirst());
        Verdict listed = new Verdict.Listed(List.of(hit, hit), "", Duration.ZERO);
        assertEquals("listed: " + hit.code().label(), VerdictWords.of(listed));
        assertEquals("not listed", VerdictWords.of(new Verdict.NotListed(Duration.ZERO)));
        Verdict.Hit refusal = new Verdict.Hit("127.255.255.254", UnknownCodes.error("127.255.255.254"));
        assertEquals(
                "refused, so nothing is known: the list did not take the question",
                VerdictWords.of(new Verdict.Refused(refusal)));
        for (Verdict.Cause cause : Verdict.Cause.values()) {
            assertThat(VerdictWords.of(new Verdict.Failed(cause)))
                    .startsWith("failed, so nothing is known: ")
                    .hasSizeGreaterThan(40);
        }
    }

    @Test
    void whatIsNotBelievedIsSeenAndTellsNothing() {
        Verdict.Hit hit = new Verdict.Hit("127.0.0.2", HOUSE.codes().getFirst());
        Observation seen = new Observation(
                new Pair(Target.parse("192.0.2.10"), HOUSE.id()),
                new Verdict.Listed(List.of(hit), "text", Duration.ZERO),
                new ResolverId("127.0.0.1:53"),
                Instant.EPOCH,
                Duration.ofMillis(3),
                "127.0.0.2");
        Observation told = seen.notBelieved();
        assertEquals(new Verdict.Failed(Verdict.Cause.NOT_BELIEVED), told.verdict());
        assertThat(told.verdict().definite()).isFalse();
        assertThat(told).usingRecursiveComparison().ignoringFields("verdict").isEqualTo(seen);
        assertThat(Verdict.Cause.ofAnswers())
                .hasSize(Verdict.Cause.values().length - 1)
                .doesNotContain(Verdict.Cause.NOT_BELIEVED);
    }

    @Test
    void whatVerdictsAreCalled() {
        Verdict.Hit hit = new Verdict.Hit("127.0.0.2", HOUSE.codes().getFirst());
        Verdict listed = new Verdict.Listed(List.of(hit), "text", Duration.ZERO, OptionalInt.of(7));
        Verdict scored = new Verdict.Scored(List.of(hit), 42, Duration.ZERO);
        Verdict clean = new Verdict.NotListed(Duration.ZERO);
        Verdict refused = new Verdict.Refused(hit);
        Verdict failed = new Verdict.Failed(Verdict.Cause.TIMEOUT);
        assertThat(Stream.of(listed, clean, refused, failed).map(Verdict::label))
                .containsExactly("listed", "not_listed", "refused", "failed");
        assertThat(Stream.of(listed, scored, clean, refused, failed).map(Verdict::definite))
                .containsExactly(true, true, true, false, false);
        assertEquals(OptionalInt.of(7), listed.score());
        assertEquals(OptionalInt.of(42), scored.score());
        assertEquals(OptionalInt.empty(), clean.score());
        assertThat(clean.clean()).isTrue();
        assertThat(listed.clean()).isFalse();
        assertThat(failed.clean()).isFalse();
        assertEquals("empty_answer", Verdict.Cause.EMPTY_ANSWER.label());
        assertEquals("other", ((Verdict.Listed) listed).withText("other").text());
    }

    @Test
    void onlyAPointThatDecidesEndsTheAsking() {
        for (PointReading reading : PointReading.values()) {
            boolean silent = reading == PointReading.SILENT;
            boolean parked = reading == PointReading.OUTSIDE;
            assertEquals(!silent, point(false, reading).decides());
            assertEquals(!silent && !parked, point(true, reading).decides());
        }
        PointResult one = point(true, PointReading.SILENT);
        PointResult other = point(false, PointReading.ANSWERS);
        assertThat(PointResult.append(List.of(one), other)).containsExactly(one, other);
    }

    private static PointResult point(boolean positive, PointReading reading) {
        return new PointResult("127.0.0.2", positive, reading, answer("nx"), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2,      IPV4,   2.0.0.127.bl.test",
        "::FFFF:7F00:2,  IPV6,   2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.bl.test",
        "2001:db8::1,    IPV6,   1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.bl.test",
        "TEST,           DOMAIN, test.bl.test",
    })
    void aTestPointAsAQuestion(String point, Kind kind, String name) {
        assertThat(new TestPoint(point, kind).in(Zone.of("bl.test")).map(QueryName::toString))
                .contains(name);
    }

    @Test
    void aTestPointThatIsNoNameIsNotAsked() {
        assertThat(new TestPoint("no name", Kind.DOMAIN).in(Zone.of("bl.test"))).isEmpty();
    }

    @Test
    void kindsOfTargets() {
        assertEquals(Kind.IPV4, Kinds.of(IpAddress.parse("192.0.2.1")));
        assertEquals(Kind.IPV6, Kinds.of(IpAddress.parse("2001:db8::1")));
        assertEquals(Kind.DOMAIN, Kinds.of(new DomainName("example.com")));
        assertEquals(Set.of(Kind.values()).size(), 3);
    }

    @Test
    void aPairIsNamedByTargetAndList() {
        Pair pair = new Pair(Target.parse("192.0.2.10"), new ListId("house"));
        assertEquals("192.0.2.10/house", pair.subject());
        assertThat(pair).hasToString("192.0.2.10/house");
        Check check = new Check(asked(HOUSE), Target.parse("192.0.2.10"), RESOLVER, true);
        assertEquals(pair, check.pair());
    }

    @Test
    void aNameShowsTheKeyOnlyWhereItIsAsked() {
        Zone zone = Zone.of("{key}.bl.test").withKey(Secret.of("s3cr3t"));
        QueryName name = QueryName.of(zone, Target.parse("192.0.2.10")).orElseThrow();
        assertThat(name).hasToString("10.2.0.192.{key}.bl.test");
        assertEquals("10.2.0.192.s3cr3t.bl.test.", name.name().toString());
    }
}
