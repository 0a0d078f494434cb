package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import offlist.dns.ResolverId;
import offlist.dns.Resolvers;
import offlist.testing.FreePorts;
import offlist.testing.ManualClock;
import offlist.testing.Unbound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sources that ask DNS, in front of a real resolver. */
class RealResolverTest {
    private final Resolvers resolvers = new Resolvers();
    private final Unbound unbound = new Unbound().owning("example.com");

    @BeforeEach
    void start() {
        unbound.record("example.com. SOA ns.example.com. hostmaster.example.com. 1 60 60 60 60")
                .record("example.com. TXT \"v=spf1 mx a:mta.example.com/30 include:_spf.example.com"
                        + " include:long.example.com -all\"")
                .record("example.com. MX 10 mx1.example.com.")
                .record("mx1.example.com. A 203.0.113.1")
                .record("mx1.example.com. AAAA 2001:db8::1")
                .record("mta.example.com. A 198.51.100.6")
                .record("_spf.example.com. TXT \"v=spf1 ip4:192.0.2.0/29 ip6:2001:db8::25 ?all\"")
                .record("long.example.com. TXT \"" + tooLongForUdp().replaceAll(".{200}", "$0\" \"") + "\"")
                .start();
    }

    private static String tooLongForUdp() {
        return IntStream.range(0, 150).mapToObj(i -> "ip4:198.18.0." + i + " ").reduce("v=spf1 ", String::concat)
                + "~all";
    }

    @AfterEach
    void stop() {
        unbound.close();
        resolvers.close();
    }

    @Test
    void spfRecordsAndHostsBecomeThePool() {
        PoolReading reading =
                read(unbound.resolver(), List.of("example.com"), List.of("mx1.example.com", "gone.example.com"));
        assertEquals(
                List.of(SourceStatus.OK, SourceStatus.EMPTY, SourceStatus.OK),
                reading.states().stream().map(SourceState::status).toList());
        assertEquals("gone.example.com does not exist", reading.states().get(1).message());
        assertEquals(2 + 4 + 8 + 1 + 150, reading.pool().size());
    }

    @Test
    void aResolverThatIsGoneIsAFailureThatNamesTheQuestion() {
        String nobody = "127.0.0.1:" + FreePorts.next();
        SourceState state =
                read(nobody, List.of("example.com"), List.of()).states().getFirst();
        assertEquals(SourceStatus.FAILED, state.status());
        assertTrue(state.message().startsWith("no usable answer for example.com TXT ("), state.message());
    }

    private PoolReading read(String resolver, List<String> spf, List<String> hosts) {
        PoolSettings settings = new PoolSettings(
                new PoolName("a"),
                Map.of(),
                List.of(),
                Optional.empty(),
                spf.stream().map(DomainName::new).toList(),
                hosts.stream().map(DomainName::new).toList(),
                List.of(),
                Optional.empty(),
                PoolSettings.DEFAULT_REFRESH,
                PoolSettings.DEFAULT_HOLD);
        PoolKeeper keeper = new PoolKeeper(
                resolvers.lookups(List.of(new ResolverId(resolver)), Duration.ofMillis(500), 2),
                YieldStore.inMemory(),
                new ManualClock(Instant.parse("2026-11-22T10:00:00Z")));
        keeper.configure(List.of(settings));
        return keeper.refreshAll();
    }
}
