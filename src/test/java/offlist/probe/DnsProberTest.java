package offlist.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offlist.catalogue.Kind;
import offlist.dns.Resolvers;
import offlist.pool.DomainName;
import offlist.pool.Target;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class DnsProberTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String POINT = "2.0.0.127.bl.test";

    private final FakeDns dns = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final Prober prober = new DnsProber(resolvers::resolver, InstantSource.fixed(NOW));
    private final AskedList list = AskedLists.custom(dns);

    DnsProberTest() {
        dns.zone("bl.test").testPoints();
    }

    @AfterEach
    void stop() {
        resolvers.close();
        dns.close();
    }

    private Check check(String target, boolean withText) {
        return new Check(list, Target.parse(target), dns.id(), withText);
    }

    private CompletableFuture<Observation> probe(String target) {
        return prober.probe(check(target, false));
    }

    private static Observation result(CompletableFuture<Observation> observation) throws Exception {
        return observation.get(20, TimeUnit.SECONDS);
    }

    private Verdict verdict(String target) throws Exception {
        return result(probe(target)).verdict();
    }

    private static Verdict failed(Verdict.Cause cause) {
        return new Verdict.Failed(cause);
    }

    @Test
    void aListingWithoutText() throws Exception {
        dns.zone("bl.test").list("192.0.2.10", List.of("127.0.0.2", "127.0.0.4"), "seen spam");
        Observation seen = result(probe("192.0.2.10"));
        assertThat(seen.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Listed.class,
                        listed -> assertThat(listed.text()).isEmpty());
        assertThat(seen.raw()).isEqualTo("127.0.0.2, 127.0.0.4");
        assertThat(seen.asked()).isEqualTo(NOW);
        assertThat(seen.resolver()).isEqualTo(dns.id());
        assertThat(seen.pair()).hasToString("192.0.2.10/house");
        assertThat(dns.asked().total()).isEqualTo(1);
    }

    @Test
    void aListingWithItsText() throws Exception {
        dns.zone("bl.test").list("2001:db8::25", "127.0.0.2", "seen spam");
        assertThat(result(prober.probe(check("2001:db8::25", true))).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Listed.class,
                        listed -> assertThat(listed.text()).isEqualTo("seen spam"));
    }

    @Test
    void aTextThatDoesNotComeCostsNothing() throws Exception {
        dns.zone("bl.test").list("192.0.2.10", "127.0.0.2", "seen spam");
        dns.always(reply -> {
            if (reply.query().getQuestion().getType() == Type.TXT) {
                reply.drop();
            }
        });
        assertThat(result(prober.probe(check("192.0.2.10", true))).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Listed.class,
                        listed -> assertThat(listed.text()).isEmpty());
    }

    @Test
    void aCleanAnswerDoesNotWaitForTheText() throws Exception {
        dns.always(reply -> {
            if (reply.query().getQuestion().getType() == Type.TXT) {
                reply.delay(Duration.ofSeconds(30));
            }
        });
        assertThat(result(prober.probe(check("192.0.2.10", true))).verdict())
                .isEqualTo(new Verdict.NotListed(Duration.ofSeconds(60)));
    }

    @Test
    void noSuchNameIsNotListed() throws Exception {
        Observation seen = result(probe("192.0.2.10"));
        assertThat(seen.verdict()).isEqualTo(new Verdict.NotListed(Duration.ofSeconds(60)));
        assertThat(seen.raw()).isEqualTo("NXDOMAIN");
    }

    @Test
    void silenceIsATimeOut() throws Exception {
        dns.silent();
        Observation seen = result(probe("192.0.2.10"));
        assertThat(seen.verdict()).isEqualTo(failed(Verdict.Cause.TIMEOUT));
        assertThat(seen.raw()).isEqualTo("timeout");
        assertThat(dns.asked().total()).isEqualTo(1);
    }

    @Test
    void aRefusalOfTheResolverIsAFailure() throws Exception {
        dns.rcode(Rcode.REFUSED);
        assertThat(verdict("192.0.2.10")).isEqualTo(failed(Verdict.Cause.REFUSED));
    }

    @Test
    void aWildcardOutsideLoopbackIsAFailure() throws Exception {
        dns.zone("bl.test").wildcard("192.0.2.80");
        assertThat(verdict("192.0.2.10")).isEqualTo(failed(Verdict.Cause.OUTSIDE_LOOPBACK));
    }

    @Test
    void anEmptyAnswerIsNotListedWhenTheTestPointVouchesForIt() throws Exception {
        dns.zone("bl.test").exists("192.0.2.10");
        assertThat(verdict("192.0.2.10")).isEqualTo(new Verdict.NotListed(Duration.ofSeconds(60)));
        assertThat(dns.asked().times(POINT, Type.A)).isEqualTo(1);
    }

    @Test
    void anEmptyAnswerIsUnknownWhenTheTestPointIsEmptyToo() throws Exception {
        dns.always(FakeDnsFault.empty());
        Observation seen = result(probe("192.0.2.10"));
        assertThat(seen.verdict()).isEqualTo(failed(Verdict.Cause.EMPTY_ANSWER));
        assertThat(seen.raw()).isEqualTo("NOERROR without records");
    }

    @Test
    void anEmptyAnswerIsUnknownWhenTheTestPointDoesNotAnswer() throws Exception {
        dns.zone("bl.test").exists("192.0.2.10");
        dns.on(POINT, FakeDnsFault.drop());
        assertThat(verdict("192.0.2.10")).isEqualTo(failed(Verdict.Cause.EMPTY_ANSWER));
    }

    @Test
    void emptyAnswersThatWaitTogetherShareOneTestPoint() throws Exception {
        for (int i = 1; i <= 60; i++) {
            dns.zone("bl.test").exists("192.0.2." + i);
        }
        dns.on(POINT, FakeDnsFault.delay(Duration.ofMillis(150)));
        List<CompletableFuture<Observation>> all = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> probe("192.0.2." + i))
                .toList();
        for (CompletableFuture<Observation> one : all) {
            assertThat(result(one).verdict()).isInstanceOf(Verdict.NotListed.class);
        }
        assertThat(dns.asked().times(POINT, Type.A)).isBetween(1L, 3L);
    }

    @Test
    void anEmptyAnswerDoesNotTakeATestPointThatWasAskedBeforeIt() throws Exception {
        dns.zone("bl.test").exists("192.0.2.1").exists("192.0.2.2");
        dns.on(POINT, FakeDnsFault.first(1, FakeDnsFault.delay(Duration.ofMillis(200))));
        CompletableFuture<Observation> first = probe("192.0.2.1");
        await().until(() -> dns.asked().times(POINT, Type.A) == 1);
        CompletableFuture<Observation> second = probe("192.0.2.2");
        result(first);
        dns.on(POINT, FakeDnsFault.drop());
        assertThat(result(first).verdict()).isInstanceOf(Verdict.NotListed.class);
        result(second);
        assertThat(dns.asked().times(POINT, Type.A)).isEqualTo(2);
    }

    @Test
    void aNameThatCannotBeAskedIsAFailureAndNotAsked() throws Exception {
        String label = "x".repeat(62);
        Target tooLong = new DomainName(String.join(".", label, label, label, label));
        AskedList names = AskedLists.asked(list.list().with(Set.of(Kind.DOMAIN)), dns);
        Observation seen = result(prober.probe(new Check(names, tooLong, dns.id(), false)));
        assertThat(seen.verdict()).isEqualTo(failed(Verdict.Cause.MALFORMED));
        assertThat(dns.asked().total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "IPV4, 2001:db8::25",
        "IPV4, example.com",
        "IPV6, 192.0.2.10",
        "DOMAIN, 192.0.2.10",
        "DOMAIN, 2001:db8::25",
    })
    void aListIsNeverAskedWhatItDoesNotTake(Kind takes, String target) throws Exception {
        AskedList only = AskedLists.asked(list.list().with(Set.of(takes)), dns);
        Observation seen = result(prober.probe(new Check(only, Target.parse(target), dns.id(), true)));
        assertThat(seen.verdict()).isEqualTo(failed(Verdict.Cause.MALFORMED));
        assertThat(seen.raw()).isEqualTo("not asked: the list takes no such target");
        assertThat(dns.asked().total()).isZero();
    }

    @Test
    void addressesAndDomainsAreAskedOfListsThatTakeBoth() throws Exception {
        AskedList all = AskedLists.asked(list.list().with(Set.of(Kind.values())), dns);
        dns.zone("bl.test").list("b\u00fccher.example", "127.0.0.2").list("2001:db8::25", "127.0.0.2");
        for (String target : List.of("b\u00fccher.example", "2001:db8::25")) {
            Check check = new Check(all, Target.parse(target), dns.id(), false);
            assertThat(result(prober.probe(check)).verdict()).isInstanceOf(Verdict.Listed.class);
        }
        assertThat(dns.asked().times("xn--bcher-kva.example.bl.test", Type.A)).isEqualTo(1);
    }

    @Test
    void theKeyIsAskedAndNeverSeenAgain() throws Exception {
        AskedList keyed = AskedLists.withKey(dns);
        dns.zone(AskedLists.KEY + ".bl.test")
                .list("192.0.2.10", "127.0.0.2", "see 10.2.0.192." + AskedLists.KEY + ".bl.test");
        Observation seen = result(prober.probe(new Check(keyed, Target.parse("192.0.2.10"), dns.id(), true)));
        assertThat(seen.verdict()).isInstanceOf(Verdict.Listed.class);
        assertThat(dns.asked().times(Name.fromConstantString("10.2.0.192." + AskedLists.KEY + ".bl.test."), Type.A))
                .isEqualTo(1);
        assertThat(Stream.of(seen, keyed, seen.verdict(), seen.pair()).map(Object::toString))
                .noneMatch(text -> text.contains(AskedLists.KEY));
    }
}
