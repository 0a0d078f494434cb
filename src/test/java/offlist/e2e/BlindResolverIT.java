package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import offlist.testing.FreePorts;
import offlist.testing.HttpSink;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import offlist.testing.Unbound;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real resolver goes blind in front of a real list server: one incident, nothing opens or closes, all is well after. */
@ExtendWith(OfflistHomes.class)
class BlindResolverIT {
    private static final String ADDRESS = "192.0.2.10";
    private static final String OTHER = "192.0.2.11";
    private static final List<String> ZONES = List.of("one.lists.example", "two.lists.example", "three.lists.example");

    private static final String CONFIGURATION = """
            interval: 1s
            resolvers: [%s]
            pools:
              - {name: mail, addresses: [192.0.2.8/29]}
            lists:
              use: []
              custom:
                - {id: one, zone: one.lists.example, kinds: [ipv4]}
                - {id: two, zone: two.lists.example, kinds: [ipv4]}
                - {id: three, zone: three.lists.example, kinds: [ipv4]}
            receivers:
              - {name: ops, slack: {webhook-url: "%s"}}
            route: {receiver: ops, group-by: [list, address], group-wait: 0s, group-interval: 1s}
            """;

    private final Rbldnsd lists = Rbldnsd.serving(ZONES.toArray(String[]::new));
    private final HttpSink slack = HttpSink.start();
    private final Unbound unbound = unbound();
    private final Unbound second = unbound();

    private Unbound unbound() {
        Unbound resolver = new Unbound();
        ZONES.forEach(zone -> resolver.forZone(zone, lists.port()));
        return resolver;
    }

    @AfterEach
    void close() {
        unbound.close();
        second.close();
        lists.close();
        slack.close();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(200));
    }

    private OfflistProcess start(OfflistHome home, String... resolvers) {
        return home.configure(configuration(resolvers)).start();
    }

    private String configuration(String... resolvers) {
        return CONFIGURATION.formatted("\"" + String.join("\", \"", resolvers) + "\"", slack.url());
    }

    private static String state(OfflistProcess offlist, Unbound resolver) {
        return offlist.metrics().series("offlist_resolver_health", "resolver", resolver.resolver()).stream()
                .filter(series -> series.value() == 1)
                .map(series -> series.labels().get("state"))
                .findFirst()
                .orElse("none");
    }

    private void becomes(OfflistProcess offlist, String state) {
        soon().untilAsserted(() -> assertThat(state(offlist, unbound)).isEqualTo(state));
    }

    private List<String> headlines() {
        return slack.posts().stream().map(HttpSink.Post::headline).toList();
    }

    private void listed(OfflistProcess offlist) {
        lists.list(ZONES.getFirst(), ADDRESS, "127.0.0.2", "spam seen");
        soon().untilAsserted(() -> {
            assertThat(slack.posts(ADDRESS, "listed")).hasSize(1);
            assertThat(offlist.all("listings?open=true")).hasSize(1);
        });
        soon().untilAsserted(() -> assertThat(state(offlist, unbound)).isEqualTo("healthy"));
    }

    /** The address comes off the list while nobody can see it. */
    private void oneIncidentAndTheListingStays(OfflistProcess offlist, String state, String... words) {
        lists.unlist(ZONES.getFirst(), ADDRESS);
        becomes(offlist, state);
        soon().untilAsserted(() -> assertThat(headlines()).hasSize(2));
        await().during(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(headlines()).hasSize(2);
            assertThat(offlist.all("listings?open=true")).hasSize(1);
        });
        assertThat(headlines().getLast()).contains("Resolver " + unbound.resolver() + " ");
        assertThat(slack.posts().getLast().body().toString()).contains(words).contains("3 lists", "one, three, two");
    }

    private void allIsWellAfter(OfflistProcess offlist) {
        becomes(offlist, "healthy");
        soon().untilAsserted(() -> assertThat(slack.posts(ADDRESS, "delisted")).hasSize(1));
        soon().untilAsserted(
                        () -> assertThat(headlines()).hasSize(4).anyMatch(line -> line.endsWith("is healthy again")));
        assertThat(offlist.all("listings?open=true")).isEmpty();
    }

    @Test
    void aResolverThatGuardsAgainstRebindingHidesEveryListing(OfflistHome home) {
        unbound.start();
        OfflistProcess offlist = start(home, unbound.resolver());
        listed(offlist);

        unbound.stop();
        unbound.option("private-address: 127.0.0.0/8").start();
        oneIncidentAndTheListingStays(offlist, "strips_loopback", "private-address", "rebinding");

        unbound.stop();
        unbound.withoutOptions().start();
        allIsWellAfter(offlist);
    }

    @Test
    void aResolverThatMakesUpAnswersListsEverything(OfflistHome home) {
        unbound.start();
        OfflistProcess offlist = start(home, unbound.resolver());
        listed(offlist);

        unbound.stop();
        unbound.option("local-zone: \"lists.example.\" redirect")
                .option("local-data: \"lists.example. 60 IN A 203.0.113.7\"")
                .start();
        oneIncidentAndTheListingStays(offlist, "rewrites_nxdomain", "203.0.113.7");

        unbound.stop();
        unbound.withoutOptions().start();
        allIsWellAfter(offlist);
    }

    @Test
    void aResolverThatIsGoneIsNamedWithItsClosedPort(OfflistHome home) {
        unbound.start();
        OfflistProcess offlist = start(home, unbound.resolver());
        listed(offlist);

        unbound.stop();
        oneIncidentAndTheListingStays(offlist, "unreachable", "port closed");

        unbound.start();
        allIsWellAfter(offlist);
    }

    @Test
    void aResolverThatForwardsToADeadServerReachesNoList(OfflistHome home) {
        try (Unbound forwarder = new Unbound().forwardingTo(FreePorts.next()).start()) {
            OfflistProcess offlist = start(home, forwarder.resolver());

            soon().untilAsserted(() -> assertThat(state(offlist, forwarder)).isEqualTo("unreachable"));
            soon().untilAsserted(() -> assertThat(headlines()).hasSize(1));
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(8))
                    .untilAsserted(() -> assertThat(headlines()).hasSize(1));
            assertThat(headlines().getFirst()).endsWith("Resolver " + forwarder.resolver() + " gives us no answers");
        }
    }

    @Test
    void withASecondResolverTheWorkGoesOn(OfflistHome home) {
        unbound.start();
        second.start();
        OfflistProcess offlist = start(home, unbound.resolver(), second.resolver());
        listed(offlist);

        unbound.stop();
        lists.list(ZONES.getLast(), OTHER, "127.0.0.2", "spam seen");
        lists.unlist(ZONES.getFirst(), ADDRESS);

        soon().untilAsserted(() -> {
            assertThat(slack.posts(OTHER, "listed")).hasSize(1);
            assertThat(slack.posts(ADDRESS, "delisted")).hasSize(1);
        });
        becomes(offlist, "unreachable");
        soon().untilAsserted(() -> assertThat(headlines()).hasSize(4));
        assertThat(headlines()).filteredOn(line -> line.contains("Resolver")).hasSize(1);
        assertThat(state(offlist, second)).isEqualTo("healthy");
    }

    @Test
    void anotherResolverInTheConfigurationEndsTheIncident(OfflistHome home) {
        unbound.start();
        second.start();
        OfflistProcess offlist = start(home, unbound.resolver());
        listed(offlist);

        unbound.stop();
        oneIncidentAndTheListingStays(offlist, "unreachable", "port closed");

        home.configure(configuration(second.resolver()));
        soon().untilAsserted(() -> assertThat(slack.posts(ADDRESS, "delisted")).hasSize(1));
        // One list may have said so before the others were asked through it.
        soon().untilAsserted(() -> assertThat(state(offlist, second)).isEqualTo("healthy"));
        soon().untilAsserted(() -> assertThat(headlines())
                .filteredOn(line -> line.contains("Resolver"))
                .hasSize(2));
    }
}
