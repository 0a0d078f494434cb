package offlist.bounce;

import static offlist.bounce.Meanings.at;
import static offlist.bounce.Meanings.listed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import offlist.bounce.Bounce.Returned;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;
import offlist.reply.FoundAddress.Place;
import offlist.reply.Meaning;
import org.junit.jupiter.api.Test;

class AddressFinderTest {
    private static final IpAddress OURS = IpAddress.parse("192.0.2.10");
    private static final IpAddress ALSO_OURS = IpAddress.parse("192.0.2.11");
    private static final IpAddress STRANGER = IpAddress.parse("198.51.100.7");

    private final AddressFinder finder = new AddressFinder(AddressFinderTest::pools);

    @Test
    void theSendingServersRecordComesFirst() {
        RefusedAddress found = find(attempt(Optional.of(OURS)), listed("zen", at(Place.RULE, "192.0.2.11")));

        assertThat(found.address()).contains(OURS);
        assertThat(found.evidence()).contains(AddressEvidence.MTA_RECORD);
        assertThat(found.ours()).contains(true);
    }

    @Test
    void theWordingsAddressCountsEvenWhenItIsNotOurs() {
        RefusedAddress found =
                find(attempt(), listed("zen", at(Place.RULE, "198.51.100.7"), at(Place.TEXT, "192.0.2.10")));

        assertThat(found.address()).contains(STRANGER);
        assertThat(found.ours()).contains(false);
        assertThat(found.pools()).isEmpty();
    }

    @Test
    void elsewhereInTheReplyAnAddressOfThePoolIsBelievedBeforeAStranger() {
        RefusedAddress found =
                find(attempt(), listed("zen", at(Place.TEXT, "198.51.100.7"), at(Place.URL, "192.0.2.10")));

        assertThat(found.address()).contains(OURS);
        assertThat(found.evidence()).contains(AddressEvidence.URL);
    }

    @Test
    void aStrangerInTheReplyIsReportedAsNotOurs() {
        RefusedAddress found = find(attempt(), listed("zen", at(Place.TEXT, "198.51.100.7")));

        assertThat(found.address()).contains(STRANGER);
        assertThat(found.ours()).contains(false);
    }

    @Test
    void theServersOwnAddressIsNeverOurs() {
        Attempt attempt = attempt(Optional.empty(), Optional.of(STRANGER));

        RefusedAddress found = find(attempt, listed("zen", at(Place.TEXT, "198.51.100.7")));

        assertThat(found.address()).isEmpty();
        assertThat(found.ours()).isEmpty();
    }

    @Test
    void ofReceivedLinesOnlyTheOneAddressOfThePoolCounts() {
        RefusedAddress found = finder.find(attempt(), listed("zen"), chain(STRANGER, OURS, STRANGER));

        assertThat(found.address()).contains(OURS);
        assertThat(found.evidence()).contains(AddressEvidence.RECEIVED_CHAIN);
    }

    @Test
    void betweenTwoAddressesOfThePoolNobodyGuesses() {
        RefusedAddress found = finder.find(attempt(), listed("zen"), chain(OURS, STRANGER, ALSO_OURS));

        assertThat(found.address()).isEmpty();
        assertThat(found.evidence()).isEmpty();
        assertThat(found.candidates()).containsExactly(OURS, ALSO_OURS);
    }

    @Test
    void strangersInReceivedLinesAreNobody() {
        assertThat(finder.find(attempt(), listed("zen"), chain(STRANGER))).isEqualTo(RefusedAddress.UNKNOWN);
    }

    @Test
    void whatIsNotAboutAnAddressHasNone() {
        RefusedAddress found = find(attempt(Optional.of(OURS)), Meanings.unknownUser(at(Place.RULE, "192.0.2.10")));

        assertThat(found).isEqualTo(RefusedAddress.UNKNOWN);
    }

    private RefusedAddress find(Attempt attempt, Meaning meaning) {
        return finder.find(attempt, meaning, Returned.NOTHING);
    }

    private static Attempt attempt() {
        return attempt(Optional.empty());
    }

    private static Attempt attempt(Optional<IpAddress> source) {
        return attempt(source, Optional.empty());
    }

    private static Attempt attempt(Optional<IpAddress> source, Optional<IpAddress> remote) {
        return new Attempt(
                Optional.of("user@example.org"),
                Optional.of("mx.example.org"),
                remote,
                "550 no",
                Optional.empty(),
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Returned chain(IpAddress... addresses) {
        return new Returned(Optional.empty(), Optional.empty(), List.of(addresses), "");
    }

    static SortedSet<PoolName> pools(IpAddress address) {
        SortedSet<PoolName> pools = new TreeSet<>();
        if (address.equals(OURS) || address.equals(ALSO_OURS)) {
            pools.add(new PoolName("main"));
        }
        return pools;
    }
}
