package offlist.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.TestPoints;
import offlist.catalogue.Zone;
import offlist.dns.Resolvers;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class HealthProbeTest {
    private final FakeDns dns = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final HealthProbe probe = new HealthProbe(resolvers::resolver);
    private final AskedList list = AskedLists.custom(dns);

    @AfterEach
    void stop() {
        resolvers.close();
        dns.close();
    }

    private Health check(AskedList asked, Kind kind) throws Exception {
        return probe.check(asked, kind, dns.id()).get(20, TimeUnit.SECONDS);
    }

    private Health check() throws Exception {
        return check(list, Kind.IPV4);
    }

    private void assertState(Health.State state, String... words) throws Exception {
        Health health = check();
        assertThat(health.state()).isEqualTo(state);
        assertThat(health.cause()).startsWith("house ").contains(words);
    }

    @ParameterizedTest
    @EnumSource
    void aListThatKnowsItsTestPointsIsHealthy(Kind kind) throws Exception {
        dns.zone("bl.test").testPoints();
        DnsList all = list.list().with(TestPoints.rfc5782(List.of(Kind.values())));
        assertThat(check(AskedLists.asked(all, dns), kind)).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aRefusingListNamesTheResolverAndTheRemedy() throws Exception {
        dns.zone("bl.test").wildcard("127.255.255.254");
        assertState(Health.State.REFUSING, dns.id().value(), "127.255.255.254", "a resolver of your own");
        assertThat(dns.asked().total()).isEqualTo(1);
    }

    @Test
    void aRefusingListWithAKeyAsksForTheKeyAndDoesNotShowIt() throws Exception {
        dns.zone(AskedLists.KEY + ".bl.test").wildcard("127.255.255.255");
        Health health = check(AskedLists.withKey(dns), Kind.IPV4);
        assertThat(health.state()).isEqualTo(Health.State.REFUSING);
        assertThat(health.cause()).contains("check the key").doesNotContain(AskedLists.KEY);
    }

    @Test
    void aRefusingResolverIsNamed() throws Exception {
        dns.rcode(Rcode.REFUSED);
        assertState(Health.State.REFUSING, dns.id().value(), "REFUSED", "another resolver");
    }

    @Test
    void localhostForEverythingIsARefusal() throws Exception {
        dns.zone("bl.test").wildcard("127.0.0.1");
        assertState(Health.State.REFUSING, "127.0.0.1");
    }

    @Test
    void aListThatListsTheNegativePointListsEverything() throws Exception {
        dns.zone("bl.test").wildcard("127.0.0.2");
        assertState(Health.State.LISTS_EVERYTHING, "127.0.0.1", "closed or broken");
    }

    @Test
    void aParkedDomainListsEverything() throws Exception {
        dns.zone("bl.test").wildcard("192.0.2.80");
        assertState(Health.State.LISTS_EVERYTHING, "192.0.2.80", "parked");
    }

    @Test
    void anEmptyZoneListsNothing() throws Exception {
        dns.zone("bl.test");
        assertState(Health.State.LISTS_NOTHING, "127.0.0.2", dns.id().value());
    }

    @Test
    void emptyAnswersListNothing() throws Exception {
        dns.always(FakeDnsFault.empty());
        assertState(Health.State.LISTS_NOTHING, "127.0.0.2");
    }

    @Test
    void emptyAnswersForWhatIsNotListedAreFine() throws Exception {
        dns.zone("bl.test").testPoints().exists("127.0.0.1");
        assertThat(check()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void silenceIsUnreachableAfterTwoTries() throws Exception {
        dns.silent();
        assertState(Health.State.UNREACHABLE, dns.id().value(), "timeout");
        assertThat(dns.asked().times("1.0.0.127.bl.test", Type.A)).isEqualTo(2);
    }

    @Test
    void oneLostPacketIsNoOutage() throws Exception {
        dns.zone("bl.test").testPoints();
        dns.always(FakeDnsFault.dropFirst(1));
        assertThat(check()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void servfailIsUnreachable() throws Exception {
        dns.zone("bl.test").testPoints();
        dns.on("2.0.0.127.bl.test", FakeDnsFault.rcode(Rcode.SERVFAIL));
        assertState(Health.State.UNREACHABLE, "SERVFAIL");
    }

    @Test
    void aListWithoutTestPointsIsUnverifiedAndTakenAtItsWord() throws Exception {
        dns.zone("bl.test");
        AskedList untested = AskedLists.asked(list.list().with(TestPoints.none()), dns);
        Health health = check(untested, Kind.IPV4);
        assertThat(health.state()).isEqualTo(Health.State.UNVERIFIED);
        assertThat(health.cause()).contains("taken at its word");
        assertThat(dns.asked().times("1.0.0.127.bl.test", Type.A)).isEqualTo(1);
        assertThat(dns.asked().total()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aListWithoutTestPointsIsSeenToListEverything(Kind kind) throws Exception {
        dns.zone("bl.test").wildcard("127.0.0.2");
        AskedList untested = AskedLists.asked(list.list().with(TestPoints.none()), dns);
        assertThat(check(untested, kind).state()).isEqualTo(Health.State.LISTS_EVERYTHING);
    }

    @Test
    void aListThatAnswersForEverybodyByDesignIsNotAskedForANegativePoint() throws Exception {
        dns.zone("bl.test").wildcard("127.0.0.2");
        DnsList score = CatalogueReader.shipped().lists().stream()
                .filter(known -> known.type() != offlist.catalogue.ListType.BLOCK)
                .findFirst()
                .orElseThrow()
                .with(Zone.of("bl.test"))
                .with(TestPoints.none());
        assertThat(check(AskedLists.asked(score, dns), Kind.IPV4).state()).isEqualTo(Health.State.UNVERIFIED);
        assertThat(dns.asked().total()).isZero();
    }

    @Test
    void aKindWithoutTestPointsIsUnverified() throws Exception {
        dns.zone("bl.test").testPoints();
        assertThat(check(list, Kind.DOMAIN).state()).isEqualTo(Health.State.UNVERIFIED);
    }

    @Test
    void aTestEntryThatMeansNothingIsAnEntry() throws Exception {
        dns.zone("bl.test").testPoints();
        AskedList neutral = AskedLists.asked(AskedLists.list(AskedLists.code("127.0.0.2", Effect.NEUTRAL)), dns);
        assertThat(check(neutral, Kind.IPV4)).isEqualTo(Health.HEALTHY);
    }

    @Test
    void theExpectedAnswerCountsBeforeTheTable() throws Exception {
        DnsList dnswl = CatalogueReader.shipped().list(new ListId("dnswl")).orElseThrow();
        AskedList asked = AskedLists.asked(dnswl.with(Zone.of("bl.test")), dns);
        dns.zone("bl.test").list("127.0.0.2", "127.0.10.0");
        assertThat(check(asked, Kind.IPV4)).isEqualTo(Health.HEALTHY);
        dns.zone("bl.test").wildcard("127.0.0.255");
        assertThat(check(asked, Kind.IPV4).state()).isEqualTo(Health.State.REFUSING);
    }

    @Test
    void oneOfSeveralPositivePointsIsEnough() throws Exception {
        TestPoints points = new TestPoints(
                List.of("127.0.0.9", "127.0.0.2"),
                List.of(),
                List.of(),
                list.list().test().basis(),
                list.list().test().ipv6Basis(),
                "");
        dns.zone("bl.test").testPoints();
        assertThat(check(AskedLists.asked(list.list().with(points), dns), Kind.IPV4))
                .isEqualTo(Health.HEALTHY);
    }
}
