package offlist.track;

import static offlist.alert.Events.listing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import offlist.alert.Events;
import offlist.catalogue.ListId;
import offlist.catalogue.Scope;
import offlist.pool.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
    @ParameterizedTest
    @CsvSource({
        "ADDRESS, 192.0.2.10,           listed,            ''",
        "DOMAIN,  192.0.2.10,           listed,            ''",
        "RANGE,   192.0.2.10,           listed,            bl/spam/192.0.2.0/24",
        "NET_24,  192.0.2.200,          listed,            bl/spam/192.0.2.0/24",
        "NET_24,  192.0.3.10,           listed,            bl/spam/192.0.3.0/24",
        "RANGE,   2001:db8:1:2::25,     listed,            bl/spam/2001:db8:1::/48",
        "NET_64,  2001:db8:1:2::25,     listed,            bl/spam/2001:db8:1:2::/64",
        "NET_64,  192.0.2.10,           listed,            bl/spam/192.0.2.0/24",
        "ASN,     192.0.2.10,           see AS64500 there, bl/spam/AS64500",
        "ASN,     192.0.2.10,           as 64500,          bl/spam/AS64500",
        "ASN,     192.0.2.10,           basket 1,          bl/spam/asn",
        "COUNTRY, 192.0.2.10,           listed,            bl/spam/country",
        "ASN,     mail.example.com,     AS64500,           ''",
    })
    void listingsOfTheSameEntryAreOneIncident(Scope scope, String target, String text, String incident) {
        Optional<String> expected = incident.isEmpty() ? Optional.empty() : Optional.of(incident);
        assertEquals(expected, Reach.incident(new ListId("bl"), scope, "spam", Target.parse(target), text));
    }

    /** The reason is that of the worst code now; the range is what it was opened for. */
    @Test
    void aRangeStaysOneWhenItsReasonChanges() {
        Listing l = listing("192.0.2.10");
        Listing range = Events.range("192.0.2.0/24", l.withCodes(l.severity(), "policy-range", l.codes(), l.text()));

        Listing changed = range.withCodes(l.severity(), "exploited-host", l.codes(), l.text());

        assertEquals(Optional.of("192.0.2.0/24"), changed.covers());
        assertEquals(Optional.empty(), l.covers());
    }
}
