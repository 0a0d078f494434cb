package offlist.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import offlist.catalogue.ListId;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;
import offlist.probe.Health;
import offlist.store.OutboxEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final ResolverId RESOLVER = new ResolverId("127.0.0.1:53");
    private static final List<ListedCode> CODES = List.of(
            new ListedCode("127.0.0.2", "spam-source", "sent spam", Optional.of("spamhaus-sbl")),
            new ListedCode("127.0.0.10", "policy", "\"quoted\" & <strange>", Optional.empty()));
    private static final Evidence EVIDENCE = new Evidence(
            List.of(new Evidence.Look(RESOLVER, T0), new Evidence.Look(new ResolverId("[::1]:53"), T0.plusSeconds(1))),
            Optional.of(T0.plusSeconds(2)),
            Optional.of("wave-1"));

    private static SortedSet<PoolName> pools(String... names) {
        return new TreeSet<>(Stream.of(names).map(PoolName::new).toList());
    }

    private static Listing listing(boolean flapping) {
        return new Listing(
                "id-1",
                IpAddress.parse("2001:db8::25"),
                new ListId("spamhaus-zen"),
                pools("a", "b"),
                Severity.CRITICAL,
                Scope.NET_24,
                "spam-source",
                CODES,
                "see https://example.com",
                T0,
                Optional.empty(),
                Optional.empty(),
                flapping ? "incident-1" : "id-1",
                flapping);
    }

    static Stream<Event> events() {
        Listing open = listing(true);
        return Stream.of(
                new Transition.Opened("e1", T0, open, EVIDENCE),
                new Transition.Opened("e2", T0, listing(false), Evidence.NONE),
                new Transition.Changed("e3", T0, open, List.of(CODES.getFirst()), EVIDENCE),
                new Transition.Closed("e4", T0, open.closed(T0.plusSeconds(9), CloseReason.LIST_DROPPED), EVIDENCE),
                new ListHealthChanged(
                        "e5",
                        T0,
                        new ListId("psbl"),
                        Health.State.HEALTHY,
                        new Health(Health.State.LISTS_NOTHING, "does not list its test point")),
                new ResolverHealthChanged("e6", T0, RESOLVER, "healthy", "unreachable", "down"),
                new PoolMembershipChanged("e7", T0, IpAddress.parse("192.0.2.10"), pools("a"), true),
                new PoolMembershipChanged("e8", T0, IpAddress.parse("192.0.2.10"), pools("a", "c"), false));
    }

    private static OutboxEntry entry(Event event) {
        return new OutboxEntry(1, event.id(), event.type(), event.subject(), event.at(), EventJson.encode(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatIsWrittenIsReadBack(Event event) {
        assertThat(EventJson.decode(entry(event))).contains(event);
    }

    @Test
    void anEntryOfAnotherStageIsNoEvent() {
        assertThat(EventJson.decode(new OutboxEntry(1, "id", "offlist.task.opened", "", T0, "{}")))
                .isEmpty();
    }

    @Test
    void aBodyThatIsNoJsonIsOurMistake() {
        assertThatThrownBy(() -> EventJson.decode(new OutboxEntry(1, "id", "offlist.list.health", "", T0, "{")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> EvidenceJson.decode("{")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void entriesOfAnEarlierVersionStandAloneAndHaveNoEvidence() throws JsonProcessingException {
        ObjectNode body = (ObjectNode)
                new ObjectMapper().readTree(EventJson.encode(new Transition.Opened("e1", T0, listing(true), EVIDENCE)));
        body.remove("evidence");
        ((ObjectNode) body.path("listing")).remove(List.of("incident", "flapping"));
        OutboxEntry old = new OutboxEntry(1, "e1", "offlist.listing.opened", "", T0, body.toString());
        assertThat(EventJson.decode(old)).contains(new Transition.Opened("e1", T0, listing(false), Evidence.NONE));
    }

    @Test
    void evidenceIsKeptWithoutWhatItDoesNotHave() {
        assertThat(EvidenceJson.encode(Evidence.NONE)).hasToString("{\"looks\":[]}");
        assertEquals(EVIDENCE, EvidenceJson.decode(EvidenceJson.encode(EVIDENCE).toString()));
    }

    @Test
    void codesAreReadBackAlone() {
        assertThat(EventJson.codes(EventJson.codes(CODES).toString())).isEqualTo(CODES);
    }

    @Test
    void poolsAreReadBackFromTheirNames() {
        assertEquals("a,b", EventJson.poolsText(pools("b", "a")));
        assertEquals(pools("a", "b"), EventJson.poolsOf("a,b"));
        assertEquals(pools(), EventJson.poolsOf(""));
    }

    @Test
    void aWordThatDoesNotExistIsOurMistake() {
        assertEquals(Severity.MINOR, EventJson.word(Severity.values(), Severity::label, "minor"));
        assertThatThrownBy(() -> EventJson.word(Severity.values(), Severity::label, "mild"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mild");
    }

    @Test
    void whatAnEventIsAbout() {
        assertThat(events().map(event -> event.type() + " " + event.subject()))
                .containsExactly(
                        "offlist.listing.opened 2001:db8::25/spamhaus-zen",
                        "offlist.listing.opened 2001:db8::25/spamhaus-zen",
                        "offlist.listing.changed 2001:db8::25/spamhaus-zen",
                        "offlist.listing.closed 2001:db8::25/spamhaus-zen",
                        "offlist.list.health psbl",
                        "offlist.resolver.health 127.0.0.1:53",
                        "offlist.pool.joined 192.0.2.10",
                        "offlist.pool.left 192.0.2.10");
    }

    @Test
    void aListingIsSharedWhenItsIncidentIsAnother() {
        assertThat(listing(true).shared()).isTrue();
        assertThat(listing(false).shared()).isFalse();
        assertThat(listing(false).open()).isTrue();
        assertThat(listing(false).closed(T0, CloseReason.LEFT).open()).isFalse();
    }

    @Test
    void aPathIsNamedByListKindAndResolver() {
        Path path = new Path(new ListId("psbl"), offlist.catalogue.Kind.IPV6, RESOLVER);
        assertThat(path).hasToString("psbl/ipv6 through 127.0.0.1:53");
    }
}
