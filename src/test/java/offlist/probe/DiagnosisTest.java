package offlist.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import offlist.catalogue.Kind;
import offlist.dns.Answer;
import offlist.dns.Question;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import offlist.dns.Resolvers;
import offlist.probe.Health.State;
import offlist.probe.Symptom.Blame;
import offlist.probe.Symptom.Sign;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import offlist.testing.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class DiagnosisTest {
    private static final String SOA = "ns.test. mail.test. 1 60 60 60 60";

    private final FakeDns dns = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final Diagnosis diagnosis = new Diagnosis(resolvers::resolver);
    private final AskedList list = AskedLists.custom(dns);

    @AfterEach
    void stop() {
        resolvers.close();
        dns.close();
    }

    private static Health judged(State state, Sign sign, String words) {
        return new Health(state, "house says so", Symptom.open(sign, words));
    }

    private static final Health SILENT = judged(State.UNREACHABLE, Sign.NO_ANSWER, "SERVFAIL");
    private static final Health OUTSIDE = judged(State.LISTS_EVERYTHING, Sign.OUTSIDE, "203.0.113.9");
    private static final Health EMPTY = judged(State.LISTS_NOTHING, Sign.EMPTY, "NOERROR without records");
    private static final Health GONE = new Health(State.LISTS_NOTHING, "house says so", Symptom.NONE);

    private Health explain(Health judged, PointResult... results) throws Exception {
        return diagnosis.explain(list, dns.id(), List.of(results), judged).get(20, TimeUnit.SECONDS);
    }

    private static Health blamed(Health judged, Blame who) {
        return new Health(judged.state(), judged.cause(), judged.symptom().blames(who));
    }

    private PointResult point(String text, boolean positive, PointReading reading) {
        return new PointResult(
                text,
                positive,
                reading,
                new Answer.NoData(Duration.ZERO),
                new TestPoint(text, Kind.IPV4).in(list.zone()));
    }

    private PointResult empty(String text) {
        return point(text, true, PointReading.SILENT);
    }

    // ---- no answer

    @Test
    void aClosedPortIsTheResolvers() throws Exception {
        ResolverId nobody = new ResolverId("127.0.0.1:" + FreePorts.next());

        Health health = diagnosis.explain(list, nobody, List.of(), SILENT).get(20, TimeUnit.SECONDS);

        assertThat(health)
                .isEqualTo(new Health(
                        State.UNREACHABLE,
                        "house says so",
                        new Symptom(Sign.NO_ANSWER, Blame.RESOLVER, "port closed")));
    }

    @Test
    void aResolverThatFailsAtTheRootAsAtTheListIsToBlame() throws Exception {
        dns.rcode(Rcode.SERVFAIL);
        assertThat(explain(SILENT)).isEqualTo(blamed(SILENT, Blame.RESOLVER));
    }

    @Test
    void aResolverThatIsSilentAtTheRootAsAtTheListIsToBlame() throws Exception {
        Health silent = judged(State.UNREACHABLE, Sign.NO_ANSWER, "timeout");
        dns.silent();
        assertThat(explain(silent)).isEqualTo(blamed(silent, Blame.RESOLVER));
    }

    @Test
    void aResolverThatKnowsTheRootIsNotToBlameForAList() throws Exception {
        dns.zone(".").add("@", Type.NS, "a.root.test.");
        assertThat(explain(SILENT)).isEqualTo(blamed(SILENT, Blame.LIST));
    }

    @Test
    void aResolverThatFailsOtherwiseAtTheRootAnswersAtLeast() throws Exception {
        dns.rcode(Rcode.REFUSED);
        assertThat(explain(SILENT)).isEqualTo(blamed(SILENT, Blame.LIST));
    }

    @Test
    void aRootWithoutRecordsIsAnAnswer() throws Exception {
        dns.zone(".");
        assertThat(explain(SILENT)).isEqualTo(blamed(SILENT, Blame.LIST));
    }

    // ---- an answer that no list gives

    @Test
    void anAddressForANameThatCannotExistIsTheResolvers() throws Exception {
        dns.zone("invalid").wildcard("203.0.113.80");
        assertThat(explain(OUTSIDE))
                .isEqualTo(blamed(OUTSIDE, Blame.RESOLVER)
                        .because("house cannot be asked through " + dns.id() + ", which answers 203.0.113.80 for names"
                                + " that do not exist: turn that off there, or name another resolver"));
    }

    @Test
    void whoKnowsThatANameDoesNotExistIsNotToBlame() throws Exception {
        dns.zone("invalid");
        assertThat(explain(OUTSIDE)).isEqualTo(blamed(OUTSIDE, Blame.LIST));
    }

    @Test
    void anEmptyAnswerAboutANameThatCannotExistTellsNothing() throws Exception {
        dns.always(FakeDnsFault.empty());
        assertThat(explain(OUTSIDE)).isSameAs(OUTSIDE);
    }

    @Test
    void aFailureAboutANameThatCannotExistTellsNothing() throws Exception {
        dns.rcode(Rcode.SERVFAIL);
        assertThat(explain(OUTSIDE)).isSameAs(OUTSIDE);
    }

    @Test
    void theNameThatCannotExistIsAnotherEachTime() throws Exception {
        dns.zone("invalid");
        explain(OUTSIDE);
        explain(OUTSIDE);
        List<Question> asked = dns.asked().questions();
        assertThat(asked).hasSize(2).doesNotHaveDuplicates().allSatisfy(question -> {
            assertThat(question.type()).isEqualTo(Type.A);
            assertThat(question.name().toString()).matches("(?i)offlist-[0-9a-z]{8,10}\\.invalid\\.");
        });
    }

    // ---- a test point without an address

    private Health stripped(String point) {
        return blamed(EMPTY, Blame.RESOLVER)
                .because("house cannot be asked through " + dns.id() + ", which takes addresses in 127.0.0.0/8 out of"
                        + " answers (" + point + " has a text there and no address): see private-address or its"
                        + " protection against DNS rebinding");
    }

    @Test
    void aTextWithoutAnAddressIsTheResolvers() throws Exception {
        dns.zone("bl.test").add("2.0.0.127", Type.TXT, "\"a test entry\"");
        assertThat(explain(EMPTY, empty("127.0.0.2"))).isEqualTo(stripped("127.0.0.2"));
        assertThat(dns.asked().times("2.0.0.127.bl.test", Type.TXT)).isEqualTo(1);
    }

    @Test
    void neitherTextNorAddressTellsNothing() throws Exception {
        dns.zone("bl.test").exists("127.0.0.2");
        assertThat(explain(EMPTY, empty("127.0.0.2"))).isSameAs(EMPTY);
    }

    @Test
    void aFailureInAskingForTheTextTellsNothing() throws Exception {
        dns.rcode(Rcode.SERVFAIL);
        assertThat(explain(EMPTY, empty("127.0.0.2"))).isSameAs(EMPTY);
    }

    @Test
    void oneOfSeveralPointsWithATextIsEnough() throws Exception {
        dns.zone("bl.test").add("3.0.0.127", Type.TXT, "\"a test entry\"").add("4.0.0.127", Type.TXT, "\"another\"");

        Health health = explain(EMPTY, empty("127.0.0.2"), empty("127.0.0.3"), empty("127.0.0.4"));

        assertThat(health).isEqualTo(stripped("127.0.0.3"));
        assertThat(dns.asked().times("2.0.0.127.bl.test", Type.TXT)).isEqualTo(1);
        assertThat(dns.asked().times("4.0.0.127.bl.test", Type.TXT)).isZero();
    }

    @Test
    void pointsThatMustNotBeListedAreNotAskedForATextNorThoseThatAnswer() throws Exception {
        dns.zone("bl.test").add("1.0.0.127", Type.TXT, "\"a trap\"").add("2.0.0.127", Type.TXT, "\"a test entry\"");
        assertThat(explain(
                        EMPTY,
                        point("127.0.0.1", false, PointReading.SILENT),
                        point("127.0.0.2", true, PointReading.ANSWERS)))
                .isSameAs(EMPTY);
        assertThat(dns.asked().total()).isZero();
    }

    @Test
    void aPointWithoutANameIsNotAsked() throws Exception {
        PointResult nameless = new PointResult(
                "127.0.0.2", true, PointReading.SILENT, new Answer.NoData(Duration.ZERO), Optional.empty());
        assertThat(explain(EMPTY, nameless)).isSameAs(EMPTY);
        assertThat(dns.asked().total()).isZero();
    }

    // ---- nothing that a resolver does

    @Test
    void aZoneThatDoesNotExistIsNamed() throws Exception {
        dns.zone("test");
        assertThat(explain(GONE))
                .isEqualTo(GONE.because("house is not there any more: its zone does not exist through " + dns.id()
                        + ", or is misspelt; drop the list if this lasts"));
        assertThat(dns.asked().times("bl.test", Type.SOA)).isEqualTo(1);
    }

    @Test
    void aZoneThatExistsIsNotGone() throws Exception {
        dns.zone("bl.test").add("@", Type.SOA, SOA);
        assertThat(explain(GONE)).isSameAs(GONE);
    }

    @Test
    void aZoneOfWhichNothingIsKnownIsNotGone() throws Exception {
        dns.rcode(Rcode.SERVFAIL);
        assertThat(explain(GONE)).isSameAs(GONE);
        dns.wellBehaved().always(FakeDnsFault.empty());
        assertThat(explain(GONE)).isSameAs(GONE);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LISTS_NOTHING")
    void whatNoResolverDoesIsNotAskedAbout(State state) throws Exception {
        Health judged = new Health(state, "house says so", Symptom.NONE);
        assertThat(explain(judged, empty("127.0.0.2"))).isSameAs(judged);
        assertThat(dns.asked().total()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"DENIED", "PUBLIC"})
    void whatIsPlainIsNotAskedAbout(Sign sign) throws Exception {
        Health judged = judged(State.LISTS_NOTHING, sign, "127.255.255.254");
        assertThat(explain(judged, empty("127.0.0.2"))).isSameAs(judged);
        assertThat(dns.asked().total()).isZero();
    }

    // ---- many lists at once

    private List<Health> together(Health judged, FakeDns... servers) throws Exception {
        List<CompletableFuture<Health>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(diagnosis.explain(list, servers[i % servers.length].id(), List.of(), judged));
        }
        List<Health> done = new ArrayList<>();
        for (CompletableFuture<Health> each : all) {
            done.add(each.get(20, TimeUnit.SECONDS));
        }
        return done;
    }

    @Test
    void manyListsAskForANameThatCannotExistOnceAtATime() throws Exception {
        dns.zone("invalid");
        dns.always(FakeDnsFault.delay(AskedLists.TIMEOUT.dividedBy(2)));

        assertThat(together(OUTSIDE, dns)).hasSize(40).containsOnly(blamed(OUTSIDE, Blame.LIST));
        assertThat(dns.asked().total()).isEqualTo(1);

        assertThat(together(OUTSIDE, dns)).containsOnly(blamed(OUTSIDE, Blame.LIST));
        assertThat(dns.asked().total()).isEqualTo(2);
    }

    @Test
    void manyListsAskForTheRootAndForThePortOnceAtATime() throws Exception {
        Health silent = judged(State.UNREACHABLE, Sign.NO_ANSWER, "timeout");
        dns.silent();

        assertThat(together(silent, dns)).hasSize(40).containsOnly(blamed(silent, Blame.RESOLVER));
        assertThat(dns.asked().times(Name.root, Type.NS)).isEqualTo(2);

        together(silent, dns);
        assertThat(dns.asked().times(Name.root, Type.NS)).isEqualTo(4);
    }

    @Test
    void eachResolverIsAskedForItself() throws Exception {
        try (FakeDns liar = FakeDns.start()) {
            liar.zone("invalid").wildcard("203.0.113.80");
            dns.zone("invalid");
            Stream.of(dns, liar).forEach(server -> server.always(FakeDnsFault.delay(AskedLists.TIMEOUT.dividedBy(2))));

            List<Health> said = together(OUTSIDE, dns, liar);

            assertThat(said.get(0).symptom().blame()).isEqualTo(Blame.LIST);
            assertThat(said.get(1).symptom().blame()).isEqualTo(Blame.RESOLVER);
            assertThat(dns.asked().total()).isEqualTo(1);
            assertThat(liar.asked().total()).isEqualTo(1);
        }
    }

    // ---- mistakes

    /** Fails as it is told, and is a good resolver after that. */
    private final class Mistaken implements Resolver {
        final AtomicReference<Optional<CompletableFuture<Answer>>> failure;

        Mistaken(CompletableFuture<Answer> failure) {
            this.failure = new AtomicReference<>(Optional.of(failure));
        }

        @Override
        public ResolverId id() {
            return dns.id();
        }

        @Override
        public CompletableFuture<Answer> ask(Question question, Duration timeout) {
            return failure.get().orElseGet(() -> resolvers.resolver(dns.id()).ask(question, timeout));
        }
    }

    @Test
    void aQuestionThatThrowsLeavesTheJudgementAndTheNextIsAsked() throws Exception {
        dns.zone("invalid");
        dns.zone("test");
        dns.zone(".").add("@", Type.NS, "a.root.test.");
        AtomicReference<Boolean> broken = new AtomicReference<>(true);
        Diagnosis diagnosis = new Diagnosis(id -> {
            if (broken.get()) {
                throw new IllegalStateException("a mistake of ours");
            }
            return resolvers.resolver(id);
        });
        List<PointResult> points = List.of(empty("127.0.0.2"));

        for (Health judged : List.of(SILENT, OUTSIDE, EMPTY, GONE)) {
            assertThat(diagnosis.explain(list, dns.id(), points, judged).get(20, TimeUnit.SECONDS))
                    .isSameAs(judged);
        }

        broken.set(false);
        assertThat(diagnosis.explain(list, dns.id(), points, SILENT).get(20, TimeUnit.SECONDS))
                .isEqualTo(blamed(SILENT, Blame.LIST));
        assertThat(diagnosis.explain(list, dns.id(), points, OUTSIDE).get(20, TimeUnit.SECONDS))
                .isEqualTo(blamed(OUTSIDE, Blame.LIST));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void aFailureReachesAllWhoWaitAndTheNextIsAsked(int waiting) throws Exception {
        dns.zone("invalid");
        CompletableFuture<Answer> failure = new CompletableFuture<>();
        Mistaken resolver = new Mistaken(failure);
        Diagnosis diagnosis = new Diagnosis(id -> resolver);
        List<CompletableFuture<Health>> all = Stream.generate(
                        () -> diagnosis.explain(list, dns.id(), List.of(), OUTSIDE))
                .limit(waiting)
                .toList();
        assertThat(all).noneMatch(CompletableFuture::isDone);

        failure.completeExceptionally(new IllegalStateException("a mistake of ours"));
        for (CompletableFuture<Health> each : all) {
            assertThat(each.get(20, TimeUnit.SECONDS)).isSameAs(OUTSIDE);
        }

        resolver.failure.set(Optional.empty());
        assertThat(diagnosis.explain(list, dns.id(), List.of(), OUTSIDE).get(20, TimeUnit.SECONDS))
                .isEqualTo(blamed(OUTSIDE, Blame.LIST));
    }

    // ---- keys

    @Test
    void aKeyIsAskedWithAndNeverShown() throws Exception {
        AskedList keyed = AskedLists.withKey(dns);
        String zone = AskedLists.KEY + ".bl.test";
        dns.zone("bl.test");
        assertHidden(keyed, GONE);
        assertThat(dns.asked().times(zone, Type.SOA)).isEqualTo(1);
        dns.zone(zone).add("2.0.0.127", Type.TXT, "\"a test entry at " + zone + "\"");
        assertHidden(keyed, EMPTY);
        assertThat(dns.asked().times("2.0.0.127." + zone, Type.TXT)).isEqualTo(1);
        dns.zone("invalid").wildcard("203.0.113.80");
        assertHidden(keyed, OUTSIDE);
    }

    private void assertHidden(AskedList keyed, Health judged) throws Exception {
        PointResult point = new PointResult(
                "127.0.0.2",
                true,
                PointReading.SILENT,
                new Answer.NoData(Duration.ZERO),
                new TestPoint("127.0.0.2", Kind.IPV4).in(keyed.zone()));
        Health health =
                diagnosis.explain(keyed, dns.id(), List.of(point), judged).get(20, TimeUnit.SECONDS);
        assertThat(health.cause()).startsWith("keyed ");
        assertThat(health.toString()).doesNotContainIgnoringCase(AskedLists.KEY);
    }
}
