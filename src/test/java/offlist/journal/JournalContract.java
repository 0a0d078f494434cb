package offlist.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import offlist.catalogue.ListId;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;
import offlist.probe.Health;
import offlist.store.Database;
import offlist.store.OpenStore;
import offlist.store.Outbox;
import offlist.store.OutboxEntry;
import offlist.store.StoreException;
import offlist.track.CloseReason;
import offlist.track.Event;
import offlist.track.EventJson;
import offlist.track.Evidence;
import offlist.track.ListHealthChanged;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.PoolMembershipChanged;
import offlist.track.ResolverHealthChanged;
import offlist.track.Transition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal does, whatever store it is kept in. */
abstract class JournalContract {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final Evidence LOOKED = new Evidence(
            List.of(
                    new Evidence.Look(new ResolverId("127.0.0.1:53"), Instant.parse("2026-01-02T03:04:00.123456Z")),
                    new Evidence.Look(new ResolverId("[::1]:53"), Instant.parse("2026-01-02T03:04:01Z"))),
            Optional.of(Instant.parse("2026-01-02T03:04:02Z")),
            Optional.of("t-wave"));
    private static final ListedCode SPAM = new ListedCode("127.0.0.2", "spam-source", "spam seen", Optional.of("sbl"));
    private static final ListedCode BOT = new ListedCode("127.0.0.4", "exploited-host", "bot", Optional.empty());

    private OpenStore store;
    private Database database;
    private Journal journal;

    abstract OpenStore open();

    @BeforeEach
    void openStore() {
        store = open();
        database = store.database();
        journal = new SqlJournal(database);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void anOpeningIsAnOpenListingAndIsOwedToTheHearers() {
        Transition opened = opened("l1", "192.0.2.10", "zen");

        journal.commit(List.of(opened));

        assertThat(journal.openListings()).containsExactly(opened.listing());
        assertThat(decoded()).containsExactly(opened);
    }

    @Test
    void aClosedListingIsHistory() {
        Transition.Opened opened = opened("l1", "192.0.2.10", "zen");
        Transition.Closed closed = closed(opened, T0.plusSeconds(60), CloseReason.DELISTED);

        journal.commit(List.of(opened));
        journal.commit(List.of(closed));

        assertThat(journal.openListings()).isEmpty();
        assertThat(journal.listing("l1")).contains(closed.listing());
        assertThat(journal.history(IpAddress.parse("192.0.2.10"), 10)).containsExactly(closed, opened);
    }

    @Test
    void aChangeKeepsTheListingAndRemembersBoth() {
        Transition.Opened opened = opened("l1", "192.0.2.10", "zen");
        Listing other = listing("l1", "192.0.2.10", "zen", List.of(SPAM, BOT));
        Transition.Changed changed = new Transition.Changed("t2", T0.plusSeconds(1), other, List.of(SPAM), LOOKED);

        journal.commit(List.of(opened, changed));

        assertThat(journal.openListings()).containsExactly(other);
        assertThat(decoded()).containsExactly(opened, changed);
        assertThat(journal.latest(1).getFirst().listing().codes()).containsExactly(SPAM, BOT);
        assertThat(journal.latest(2).getLast().listing().codes()).containsExactly(SPAM);
    }

    @Test
    void aRepeatedCommitChangesNothing() {
        Transition opened = opened("l1", "192.0.2.10", "zen");

        journal.commit(List.of(opened));
        journal.commit(List.of(opened));

        assertThat(journal.openListings()).hasSize(1);
        assertThat(decoded()).hasSize(1);
        assertThat(journal.latest(10)).hasSize(1);
    }

    @Test
    void theStoreRefusesASecondOpenListingOfAPair() {
        journal.commit(List.of(opened("l1", "192.0.2.10", "zen")));

        assertThatThrownBy(() -> journal.commit(List.of(opened("l2", "192.0.2.10", "zen"))))
                .isInstanceOf(StoreException.class);
        assertThat(decoded()).hasSize(1);
    }

    @Test
    void aFailedCommitLeavesNothingBehind() {
        journal.commit(List.of(opened("l1", "192.0.2.10", "zen")));

        assertThatThrownBy(() ->
                        journal.commit(List.of(opened("l2", "192.0.2.11", "zen"), opened("l3", "192.0.2.10", "zen"))))
                .isInstanceOf(StoreException.class);

        assertThat(journal.openListings()).extracting(Listing::id).containsExactly("l1");
        assertThat(decoded()).hasSize(1);
    }

    @Test
    void listingsAreFilteredAndPaged() {
        Transition.Opened first = opened("l1", "192.0.2.10", "zen");
        journal.commit(List.of(
                first,
                opened("l2", "192.0.2.11", "zen"),
                opened("l3", "192.0.2.10", "spamcop"),
                closed(first, T0.plusSeconds(9), CloseReason.LEFT)));

        assertThat(ids(ListingFilter.ALL)).containsExactly("l3", "l2", "l1");
        assertThat(ids(filter(Optional.of(true), null, null, null))).containsExactly("l3", "l2");
        assertThat(ids(filter(Optional.of(false), null, null, null))).containsExactly("l1");
        assertThat(ids(filter(Optional.empty(), "one", null, null))).hasSize(3);
        assertThat(ids(filter(Optional.empty(), "on", null, null))).isEmpty();
        assertThat(ids(filter(Optional.empty(), null, "spamcop", null))).containsExactly("l3");
        assertThat(ids(filter(Optional.empty(), null, null, "192.0.2.11"))).containsExactly("l2");
        assertThat(journal.listings(ListingFilter.ALL, Optional.of("l3"), 1))
                .extracting(Listing::id)
                .containsExactly("l2");
    }

    @Test
    void transitionsAreReadOnFromACursor() {
        journal.commit(List.of(opened("l1", "192.0.2.10", "zen"), opened("l2", "192.0.2.11", "zen")));

        assertThat(journal.transitions(T0, Optional.empty(), 10)).hasSize(2);
        assertThat(journal.transitions(T0, Optional.of("t-l1"), 10))
                .extracting(Transition::id)
                .containsExactly("t-l2");
        assertThat(journal.transitions(T0.plusSeconds(1), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void membersAreRememberedUntilTheyLeave() {
        journal.commit(
                List.of(membership("p1", "192.0.2.10", "one", true), membership("p2", "2001:db8::1", "two", true)));
        journal.commit(List.of(membership("p3", "192.0.2.10", "one", false)));

        assertThat(journal.members().members())
                .extracting(member -> member.target().text())
                .containsExactly("2001:db8::1");
    }

    @Test
    void aTargetThatMovesTakesItsListingsAlong() {
        journal.commit(List.of(opened("l1", "192.0.2.10", "zen"), membership("p1", "192.0.2.10", "two", true)));

        assertThat(journal.openListings().getFirst().pools()).containsExactly(new PoolName("two"));
    }

    @Test
    void healthIsRememberedAsItWasLastTold() {
        Health refusing = new Health(Health.State.REFUSING, "no key");
        journal.commit(List.of(
                new ListHealthChanged("h1", T0, new ListId("zen"), Health.State.HEALTHY, refusing),
                new ResolverHealthChanged("h2", T0, new ResolverId("127.0.0.1:53"), "healthy", "unreachable", "down")));

        assertThat(journal.health())
                .containsExactlyInAnyOrder(
                        new KnownHealth("zen", "refusing", T0),
                        new KnownHealth("resolver:127.0.0.1:53", "unreachable", T0));
        assertThat(decoded()).hasSize(2);
    }

    private List<String> ids(ListingFilter filter) {
        return journal.listings(filter, Optional.empty(), 10).stream()
                .map(Listing::id)
                .toList();
    }

    private List<Event> decoded() {
        List<OutboxEntry> entries = new Outbox(database).after(0, 100);
        return entries.stream()
                .flatMap(entry -> EventJson.decode(entry).stream())
                .toList();
    }

    private static ListingFilter filter(
            Optional<Boolean> open,
            @org.jspecify.annotations.Nullable String pool,
            @org.jspecify.annotations.Nullable String list,
            @org.jspecify.annotations.Nullable String address) {
        return new ListingFilter(
                open,
                Optional.ofNullable(pool).map(PoolName::new),
                Optional.ofNullable(list).map(ListId::new),
                Optional.ofNullable(address).map(IpAddress::parse),
                Optional.empty());
    }

    @Test
    void manyComeAndGoInOneCommitWithOthersBetween() {
        journal.commit(List.of(
                membership("p1", "192.0.2.10", "one", true),
                membership("p2", "192.0.2.11", "one", true),
                opened("l1", "192.0.2.10", "zen"),
                membership("p3", "192.0.2.12", "two", true)));
        journal.commit(List.of(
                membership("p4", "192.0.2.11", "one", false),
                membership("p5", "192.0.2.10", "two", true),
                membership("p3", "192.0.2.12", "two", true)));

        assertThat(journal.members().targets())
                .containsExactly(IpAddress.parse("192.0.2.10"), IpAddress.parse("192.0.2.12"));
        assertEquals(pools("two"), journal.listing("l1").orElseThrow().pools());
        assertThat(new Outbox(store.database()).after(0, 100))
                .extracting(OutboxEntry::id)
                .containsExactly("p1", "p2", "t-l1", "p3", "p4", "p5");
    }

    @Test
    void membersAreReadPageByPage() {
        List<PoolMembershipChanged> many = IntStream.range(0, 25_000)
                .mapToObj(
                        i -> new PoolMembershipChanged("m" + i, T0, IpAddress.v4(0x0A00_0000 + i), pools("one"), true))
                .toList();
        journal.commit(many);

        assertEquals(25_000, journal.members().size());
        assertThat(journal.members().contains(IpAddress.parse("10.0.97.167"))).isTrue();
    }

    private static PoolMembershipChanged membership(String id, String address, String pool, boolean joined) {
        return new PoolMembershipChanged(id, T0, IpAddress.parse(address), pools(pool), joined);
    }

    private static SortedSet<PoolName> pools(String name) {
        return new TreeSet<>(List.of(new PoolName(name)));
    }

    @Test
    void theListingsOfAnIncidentAreFoundTogether() {
        journal.commit(List.of(opened("a", "192.0.2.1", "zen"), opened("b", "192.0.2.2", "zen")));
        journal.commit(List.of(opened("c", "192.0.2.1", "psbl")));
        ListingFilter incident = new ListingFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("zen/range/192.0.2.0/24"));

        assertThat(journal.listings(incident, Optional.empty(), 10))
                .extracting(Listing::id)
                .containsExactly("b", "a");
    }

    @Test
    void delistingsOfLateAreKnownAndOthersAreNot() {
        Transition.Opened one = opened("a", "192.0.2.1", "zen");
        Transition.Opened two = opened("b", "192.0.2.2", "zen");
        Transition.Opened three = opened("c", "192.0.2.3", "zen");
        journal.commit(List.of(one, two, three));
        Transition.Closed left = closed(two, T0.plusSeconds(20), CloseReason.LEFT);
        Transition.Closed late = closed(three, T0.plusSeconds(30), CloseReason.DELISTED);
        journal.commit(List.of(closed(one, T0.plusSeconds(10), CloseReason.DELISTED), left, late));

        assertThat(journal.delistings(T0.plusSeconds(11))).containsExactly(late);
        assertThat(journal.delistings(T0)).hasSize(2);
    }

    private static Transition.Opened opened(String id, String address, String list) {
        return new Transition.Opened("t-" + id, T0, listing(id, address, list, List.of(SPAM)), LOOKED);
    }

    private static Transition.Closed closed(Transition.Opened opened, Instant at, CloseReason because) {
        Listing listing = opened.listing();
        return new Transition.Closed(
                "u-" + listing.id(),
                at,
                new Listing(
                        listing.id(),
                        listing.target(),
                        listing.list(),
                        listing.pools(),
                        listing.severity(),
                        listing.scope(),
                        listing.reason(),
                        listing.codes(),
                        listing.text(),
                        listing.openedAt(),
                        Optional.of(at),
                        Optional.of(because),
                        listing.incident(),
                        listing.flapping()),
                because == CloseReason.DELISTED ? LOOKED : Evidence.NONE);
    }

    private static Listing listing(String id, String address, String list, List<ListedCode> codes) {
        return new Listing(
                id,
                IpAddress.parse(address),
                new ListId(list),
                pools("one"),
                Severity.CRITICAL,
                Scope.ADDRESS,
                "spam-source",
                codes,
                "see https://bl.example/?ip=" + address,
                T0,
                Optional.empty(),
                Optional.empty(),
                list + "/range/192.0.2.0/24",
                true);
    }
}
