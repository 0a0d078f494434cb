package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpfRecordTest {

    @Test
    void theVersionIsAWordOfItsOwn() {
        assertTrue(SpfRecord.isSpf("v=spf1"));
        assertTrue(SpfRecord.isSpf("V=SPF1 -all"));
        assertFalse(SpfRecord.isSpf("v=spf10 -all"));
        assertFalse(SpfRecord.isSpf(" v=spf1 -all"));
        assertFalse(SpfRecord.isSpf("spf2.0/pra -all"));
        assertFalse(SpfRecord.isSpf(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ip4:192.0.2.1 | Network[range=192.0.2.1]",
                "ip4:192.0.2.77/24 | Network[range=192.0.2.0/24]",
                "IP6:2001:db8::/64 | Network[range=2001:db8::/64]",
                "ip6:::ffff:192.0.2.8/125 | Network[range=192.0.2.8/29]",
                "a | Host[domain=, prefix4=32, prefix6=128]",
                "a/24 | Host[domain=, prefix4=24, prefix6=128]",
                "a//64 | Host[domain=, prefix4=32, prefix6=64]",
                "a/24//64 | Host[domain=, prefix4=24, prefix6=64]",
                "a:mta.example.com | Host[domain=mta.example.com, prefix4=32, prefix6=128]",
                "a:mta.example.com/28 | Host[domain=mta.example.com, prefix4=28, prefix6=128]",
                "mx | Mx[domain=, prefix4=32, prefix6=128]",
                "mx:example.com/30//126 | Mx[domain=example.com, prefix4=30, prefix6=126]",
                "include:_spf.example.com | Include[domain=_spf.example.com]",
                "exists:%{i}._spf.example.com | Exists[domain=%{i}._spf.example.com]",
                "ptr | Ptr[domain=]",
                "ptr:example.com | Ptr[domain=example.com]",
                "all | All[]",
            })
    void understandsEveryMechanism(String term, String parsed) throws SpfFault {
        assertEquals(
                parsed,
                SpfRecord.parse("v=spf1  " + term + " ")
                        .mechanisms()
                        .getFirst()
                        .term()
                        .toString());
    }

    @Test
    void onlyPlusAndNothingLetMailPass() throws SpfFault {
        List<Boolean> passes = SpfRecord.parse("v=spf1 +a a -a ~a ?a").mechanisms().stream()
                .map(SpfRecord.Mechanism::passes)
                .toList();
        assertEquals(List.of(true, true, false, false, false), passes);
    }

    @Test
    void modifiersStandAnywhereAndUnknownOnesAreIgnored() throws SpfFault {
        SpfRecord record = SpfRecord.parse("v=spf1 redirect=_spf.example.com exp=why.example.com x-y=z a");
        assertEquals(Optional.of(new SpfTerm.Redirect("_spf.example.com")), record.redirect());
        assertEquals(1, record.mechanisms().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ipv4:192.0.2.1",
                "ip4",
                "ip4:",
                "ip4:192.0.2",
                "ip4:192.0.2.1/33",
                "ip4:192.0.2.0/24/24",
                "ip4:192.0.2.0/",
                "ip4:2001:db8::1",
                "ip4:192.0.02.1",
                "ip6:192.0.2.1/24",
                "ip6:2001:db8::/129",
                "a/33",
                "a//129",
                "a:",
                "include",
                "include:",
                "exists",
                "all:example.com",
                "192.0.2.1",
                "+",
                "-\u00e4",
            })
    void refusesWhatIsNoTerm(String term) {
        String sentence = assertThrows(SpfFault.class, () -> SpfRecord.parse("v=spf1 " + term + " -all"))
                .sentence();
        assertEquals("`" + term + "` is not a term of SPF", sentence);
    }

    @Test
    void redirectStandsOnce() {
        assertThrows(SpfFault.class, () -> SpfRecord.parse("v=spf1 redirect=a.example redirect=b.example"));
    }
}
