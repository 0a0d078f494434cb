package offlist.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class DnsResolverTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final FakeDns dns = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final Resolver resolver = resolvers.resolver(dns.id());

    @BeforeEach
    void list() {
        dns.zone("bl.test").list("192.0.2.10", List.of("127.0.0.2", "127.0.0.4"), "seen");
    }

    @AfterEach
    void stop() {
        resolvers.close();
        dns.close();
    }

    private Answer ask(String name, int type, Duration timeout) throws Exception {
        Question question = new Question(Name.fromConstantString(name), type);
        return resolver.ask(question, timeout).get(20, TimeUnit.SECONDS);
    }

    private Answer ask(String name) throws Exception {
        return ask(name, Type.A, TIMEOUT);
    }

    private static Answer failed(Answer.Cause cause) {
        return new Answer.Failed(cause);
    }

    private static List<String> texts(Answer answer) {
        return ((Answer.Records) answer)
                .records().stream().map(Record::rdataToString).toList();
    }

    @Test
    void recordsOfTheNameAndType() throws Exception {
        Answer answer = ask("10.2.0.192.bl.test.");
        assertThat(texts(answer)).containsExactly("127.0.0.2", "127.0.0.4");
        assertThat(answer).isInstanceOfSatisfying(Answer.Records.class, records -> {
            assertThat(records.ttl()).isEqualTo(Duration.ofSeconds(300));
            assertThat(records.aliased()).isFalse();
        });
    }

    @Test
    void asksRecursivelyWithEdns() throws Exception {
        dns.always(reply -> {
            assertThat(reply.query().getHeader().getFlag(Flags.RD)).isTrue();
            assertThat(reply.query().getOPT().getPayloadSize()).isEqualTo(1232);
        });
        assertThat(ask("10.2.0.192.bl.test.")).isInstanceOf(Answer.Records.class);
    }

    @Test
    void noSuchNameLivesAsLongAsTheSoaSays() throws Exception {
        dns.zone("bl.test").negativeTtl(42);
        assertThat(ask("x.bl.test.")).isEqualTo(new Answer.NoSuchName(Duration.ofSeconds(42)));
    }

    @Test
    void noDataIsNotNoSuchName() throws Exception {
        dns.zone("bl.test").exists("192.0.2.11");
        assertThat(ask("11.2.0.192.bl.test.")).isEqualTo(new Answer.NoData(Duration.ofSeconds(60)));
    }

    @Test
    void anEmptyAnswerWithoutSoaIsNoDataForNoTime() throws Exception {
        dns.always(FakeDnsFault.empty());
        assertThat(ask("10.2.0.192.bl.test.")).isEqualTo(new Answer.NoData(Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"SERVFAIL,SERVFAIL", "REFUSED,REFUSED", "NOTIMP,BAD_RCODE", "NOTAUTH,BAD_RCODE", "FORMERR,BAD_RCODE"})
    void otherCodesAreFailures(String rcode, Answer.Cause cause) throws Exception {
        dns.rcode(Rcode.value(rcode));
        assertThat(ask("10.2.0.192.bl.test.")).isEqualTo(failed(cause));
    }

    @Test
    void silenceIsATimeOut() throws Exception {
        dns.silent();
        assertThat(ask("10.2.0.192.bl.test.", Type.A, SHORT)).isEqualTo(failed(Answer.Cause.TIMEOUT));
    }

    @Test
    void aReferralIsLame() throws Exception {
        dns.always(FakeDnsFault.referral("test"));
        assertThat(ask("10.2.0.192.bl.test.")).isEqualTo(failed(Answer.Cause.LAME));
    }

    @Test
    void rubbishIsMalformed() throws Exception {
        dns.always(FakeDnsFault.malformed());
        assertThat(ask("10.2.0.192.bl.test.")).isEqualTo(failed(Answer.Cause.MALFORMED));
    }

    @Test
    void aTruncatedAnswerIsAskedAgainOverTcp() throws Exception {
        dns.always(FakeDnsFault.truncate());
        assertThat(texts(ask("10.2.0.192.bl.test."))).hasSize(2);
        assertThat(dns.asked().overTcp()).isEqualTo(1);
    }

    @Test
    void anAnswerLargerThanAPacketArrivesWhole() throws Exception {
        for (int i = 0; i < 12; i++) {
            dns.zone("bl.test").add("10.2.0.192", Type.TXT, "\"" + i + "y".repeat(250) + "\"");
        }
        assertThat(texts(ask("10.2.0.192.bl.test.", Type.TXT, TIMEOUT))).hasSize(13);
    }

    @Test
    void deadTcpIsTruncatedWithinTheTimeOut() throws Exception {
        dns.always(FakeDnsFault.truncateWithoutTcp());
        long start = System.nanoTime();
        assertThat(ask("10.2.0.192.bl.test.", Type.A, SHORT)).isEqualTo(failed(Answer.Cause.TRUNCATED));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aStrangerOverTcpIsMalformed() throws Exception {
        dns.always(FakeDnsFault.truncate()).always(reply -> {
            if (reply.tcp()) {
                FakeDnsFault.wrongQuestion().apply(reply);
            }
        });
        assertThat(ask("10.2.0.192.bl.test.")).isEqualTo(failed(Answer.Cause.MALFORMED));
    }

    @Test
    void aServerThatDoesNotKnowEdnsIsAskedWithoutIt() throws Exception {
        dns.always(reply -> {
            OPTRecord opt = reply.query().getOPT();
            if (opt != null) {
                FakeDnsFault.rcode(Rcode.FORMERR).apply(reply);
            }
        });
        assertThat(texts(ask("10.2.0.192.bl.test."))).hasSize(2);
    }

    @Test
    void aliasesAreFollowed() throws Exception {
        dns.zone("bl.test").add("alias", Type.CNAME, "10.2.0.192.bl.test.");
        assertThat(ask("alias.bl.test."))
                .isInstanceOfSatisfying(
                        Answer.Records.class,
                        records -> assertThat(records.aliased()).isTrue());
    }

    @Test
    void aChainToNowhereIsNoSuchName() throws Exception {
        dns.zone("bl.test").add("alias", Type.CNAME, "gone.bl.test.");
        assertThat(ask("alias.bl.test.")).isEqualTo(new Answer.NoSuchName(Duration.ofSeconds(60)));
    }

    @Test
    void aChainWithoutEndIsMalformed() throws Exception {
        dns.zone("bl.test").add("a", Type.CNAME, "b.bl.test.").add("b", Type.CNAME, "a.bl.test.");
        dns.on("bl.test", reply -> reply.message().getHeader().setRcode(Rcode.NOERROR));
        assertThat(ask("a.bl.test.")).isEqualTo(failed(Answer.Cause.MALFORMED));
    }

    @Test
    void manyQuestionsAtOnceAllGetTheirAnswers() throws Exception {
        dns.zone("bl.test").wildcard("127.0.0.3");
        var answers = IntStream.range(0, 500)
                .mapToObj(i -> resolver.ask(
                        new Question(Name.fromConstantString("n" + i + ".bl.test."), Type.A), Duration.ofSeconds(10)))
                .toList();
        for (var answer : answers) {
            assertThat(answer.get(20, TimeUnit.SECONDS)).isInstanceOf(Answer.Records.class);
        }
    }

    @Test
    void brokenAnswersAreAnswersToo() throws Exception {
        dns.zone("bl.test").add("alias", Type.CNAME, "10.2.0.192.bl.test.");
        Random random = new Random(20261122);
        dns.always(reply -> reply.sendBytes(broken(reply.toWire(), random)));
        var answers = IntStream.range(0, 2_000)
                .mapToObj(i -> resolver.ask(
                        new Question(Name.fromConstantString("alias.bl.test."), i % 2 == 0 ? Type.A : Type.TXT),
                        Duration.ofSeconds(2)))
                .toList();
        for (var answer : answers) {
            assertThat(answer.get(20, TimeUnit.SECONDS)).isInstanceOf(Answer.class);
        }
    }

    /** Everything behind the question may be wrong, and the counts and flags before it. */
    private static byte[] broken(byte[] wire, Random random) {
        byte[] broken = wire.clone();
        int question = 12 + "alias.bl.test".length() + 2 + 4;
        for (int i = 0; i < 3; i++) {
            broken[question + random.nextInt(broken.length - question)] = (byte) random.nextInt(256);
        }
        broken[3] ^= (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 0);
        broken[7] ^= (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 0);
        int length = random.nextInt(4) == 0 ? question + random.nextInt(broken.length - question) : broken.length;
        return Arrays.copyOf(broken, length);
    }

    @Test
    void afterClosingTheAnswerIsAFailureOfTheNetwork() throws Exception {
        resolvers.close();
        assertThat(ask("10.2.0.192.bl.test.")).isEqualTo(failed(Answer.Cause.NETWORK));
    }

    @Test
    void neitherQuestionNorAnswerShowsItsName() throws Exception {
        Question question = new Question(Name.fromConstantString("10.2.0.192.secretkey.bl.test."), Type.A);
        dns.zone("bl.test").add("10.2.0.192.secretkey", Type.A, "127.0.0.2");
        Answer answer = resolver.ask(question, TIMEOUT).get(20, TimeUnit.SECONDS);
        assertThat(question + " " + answer).doesNotContain("secretkey");
    }
}
