package offlist.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.dns.Lookups;
import offlist.dns.Resolvers;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import offlist.testing.FakeDnsZone;
import offlist.testing.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class PtrSourceTest {
    private static final PoolName POOL = new PoolName("transactional");

    private final FakeDns dns = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final Lookups lookups = new Lookups(List.of(resolvers.resolver(dns.id())), Duration.ofMillis(500), 1);
    private final FakeDnsZone zone = dns.zone("2.0.192.in-addr.arpa");
    private final PtrSource source = new PtrSource(POOL, new Lookup(lookups));

    @AfterEach
    void stop() {
        resolvers.close();
        dns.close();
    }

    private static RangeSet addresses(String... texts) {
        return RangeSet.of(Stream.of(texts).map(IpRange::parse).toList());
    }

    private Yield.Members members(String... texts) {
        return (Yield.Members) source.read(addresses(texts));
    }

    private static List<DomainName> names(String... names) {
        return Stream.of(names).map(DomainName::new).toList();
    }

    @Test
    void theNamesOfAllAddressesAreAskedOnce() {
        zone.add("10", Type.PTR, "Mta1.example.com.").add("11", Type.PTR, "mta1.example.com.");
        zone.add("12", Type.PTR, "mta2.example.com.").add("12", Type.PTR, "other.example.net.");
        dns.zone("8.b.d.0.1.0.0.2.ip6.arpa").add("5.2.0.0" + ".0".repeat(20), Type.PTR, "six.example.com.");
        assertEquals(
                names("mta1.example.com", "mta2.example.com", "other.example.net", "six.example.com"),
                members("192.0.2.10-192.0.2.12", "2001:db8::25").domains());
    }

    @Test
    void onlyWhatLooksLikeAHostIsTaken() {
        zone.add("10", Type.PTR, "localhost.")
                .add("11", Type.PTR, "10.2.0.192.in-addr.arpa.")
                .add("12", Type.PTR, "a_b.example.com.")
                .add("13", Type.PTR, "192.0.2.13.")
                .add("14", Type.PTR, "a\\032b.example.com.")
                .add("15", Type.PTR, "mta.example.com.");
        assertEquals(names("mta.example.com"), members("192.0.2.10-192.0.2.16").domains());
    }

    @Test
    void anAddressThatWritesManyNamesHasFourOfThem() {
        for (int i = 0; i < 20; i++) {
            zone.add("10", Type.PTR, "n" + i + ".example.com.");
        }
        assertThat(members("192.0.2.10").domains()).hasSize(4);
    }

    @Test
    void anAddressWithoutAnAnswerKeepsItsName() {
        zone.add("10", Type.PTR, "mta1.example.com.").add("11", Type.PTR, "mta2.example.com.");
        members("192.0.2.10", "192.0.2.11");
        dns.on("10.2.0.192.in-addr.arpa", FakeDnsFault.rcode(Rcode.SERVFAIL));
        zone.remove("11");
        Yield.Members later = members("192.0.2.10", "192.0.2.11");
        assertEquals(names("mta1.example.com"), later.domains());
        assertEquals(List.of("no usable answer for the reverse name of 1 addresses"), later.notes());
    }

    @Test
    void aNameOfAnAddressThatIsSilentAfterARestartStaysInThePool() {
        zone.add("10", Type.PTR, "mta1.example.com.");
        YieldStore store = YieldStore.inMemory();
        store.keep(
                source.id(),
                new StoredYield(
                        Instant.parse("2026-11-22T09:00:00Z"),
                        RangeSet.EMPTY,
                        names("gone.example.com", "kept.example.com")));
        dns.on("11.2.0.192.in-addr.arpa", FakeDnsFault.rcode(Rcode.SERVFAIL));

        Pool pool = keeper(store, "192.0.2.10-192.0.2.11").refresh().pool();

        assertThat(pool.member(new DomainName("mta1.example.com"))).isPresent();
        assertThat(pool.member(new DomainName("kept.example.com"))).isPresent();
    }

    @Test
    void whenNobodyAnswersTheSourceFails() {
        dns.rcode(Rcode.REFUSED);
        assertThat(source.read(addresses("192.0.2.10"))).isInstanceOf(Yield.Failed.class);
        assertThat(source.read(RangeSet.EMPTY)).isInstanceOf(Yield.Members.class);
    }

    @Test
    void moreAddressesThanIsReasonableAreLeftOutAndThatIsSaid() {
        dns.zone("in-addr.arpa");
        assertEquals(
                List.of("only the first 4096 addresses are looked up"),
                members("192.0.0.0/19").notes());
        assertThat(dns.asked().total()).isEqualTo(PtrSource.MOST_ADDRESSES);
    }

    @Test
    void theNamesAreMembersOfThePoolAlsoAfterARestartWithoutDns() {
        zone.add("10", Type.PTR, "mta1.example.com.");
        YieldStore store = YieldStore.inMemory();
        assertThat(keeper(store).refresh().pool().member(new DomainName("mta1.example.com")))
                .isPresent();

        dns.silent();
        Pool after = keeper(store).refresh().pool();

        assertThat(after.member(new DomainName("mta1.example.com"))).isPresent();
        assertThat(after.member(new DomainName("mx.example.org"))).isPresent();
        assertThat(after.size()).isEqualTo(3);
    }

    private PoolKeeper keeper(YieldStore store) {
        return keeper(store, "192.0.2.10");
    }

    private PoolKeeper keeper(YieldStore store, String range) {
        PoolKeeper keeper = new PoolKeeper(lookups, store, new ManualClock(Instant.parse("2026-11-22T10:00:00Z")));
        keeper.configure(List.of(new PoolSettings(
                POOL,
                Map.of(),
                List.of(IpRange.parse(range)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                names("mx.example.org"),
                true,
                Optional.empty(),
                PoolSettings.DEFAULT_REFRESH,
                PoolSettings.DEFAULT_HOLD)));
        return keeper;
    }

    @Test
    void anAnswerIsReadAsItWasKept() {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        for (StoredYield kept : List.of(
                new StoredYield(at, addresses("192.0.2.0/24", "2001:db8::25"), names("a.example", "b.example")),
                new StoredYield(at, addresses("192.0.2.1")),
                new StoredYield(at, RangeSet.EMPTY, names("a.example")),
                new StoredYield(at, RangeSet.EMPTY))) {
            assertEquals(kept, StoredYield.parse(at, kept.text()));
        }
    }
}
