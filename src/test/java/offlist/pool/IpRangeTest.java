package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpRangeTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, 1",
        "192.0.2.1/32, 192.0.2.1, 1",
        "192.0.2.0/29, 192.0.2.0/29, 8",
        "192.0.2.16-192.0.2.23, 192.0.2.16/29, 8",
        "192.0.2.16 - 192.0.2.24, 192.0.2.16-192.0.2.24, 9",
        "0.0.0.0/0, 0.0.0.0/0, 4294967296",
        "2001:db8::25, 2001:db8::25, 1",
        "2001:DB8::/126, 2001:db8::/126, 4",
        "2001:db8::/64, 2001:db8::/64, 18446744073709551616",
        "2001:db8::/63, 2001:db8::/63, 36893488147419103232",
        "::/0, ::/0, 340282366920938463463374607431768211456",
        "2001:db8::1-2001:db8::3, 2001:db8::1-2001:db8::3, 3",
        "::ffff:192.0.2.1-192.0.2.2, 192.0.2.1-192.0.2.2, 2",
    })
    void isReadAndPrintedInItsShortestForm(String written, String printed, BigInteger size) {
        IpRange range = IpRange.parse(written);
        assertEquals(printed, range.toString());
        assertEquals(size, range.size());
        assertEquals(range, IpRange.parse(range.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.5/29 | `192.0.2.5/29` has bits set after its prefix, did you mean `192.0.2.0/29`?",
                "2001:db8::1/64 | `2001:db8::1/64` has bits set after its prefix, did you mean `2001:db8::/64`?",
                "192.0.2.0/33 | prefix length of `192.0.2.0/33` must be 0 to 32, not `33`",
                "192.0.2.0/ | prefix length of `192.0.2.0/` must be 0 to 32, not ``",
                "192.0.2.0/-1 | prefix length of `192.0.2.0/-1` must be 0 to 32, not `-1`",
                "192.0.2.0/2 4 | prefix length of `192.0.2.0/2 4` must be 0 to 32, not `2 4`",
                "192.0.2.0/24/24 | prefix length of `192.0.2.0/24/24` must be 0 to 32, not `24/24`",
                "192.0.2.0/255.255.255.0 | prefix length of `192.0.2.0/255.255.255.0` must be 0 to 32, not `255.255.255.0`",
                "2001:db8::/129 | prefix length of `2001:db8::/129` must be 0 to 128, not `129`",
                "::ffff:192.0.2.0/120 | `::ffff:192.0.2.0/120` is an IPv4 network in IPv6 form, write it as IPv4",
                "192.0.2.9-192.0.2.1 | `192.0.2.9-192.0.2.1` is not a range: its first address must be the smaller",
                "192.0.2.9-2001:db8::1 | `192.0.2.9-2001:db8::1` is not a range: its first address must be the smaller",
                "192.0.2.1-9 | `192.0.2.1-9` is not an address, range or CIDR",
                "192.0.2.010 | `192.0.2.010` is not an address, range or CIDR",
                "192.0.2 | `192.0.2` is not an address, range or CIDR",
                "192.0.2/24 | `192.0.2/24` is not an address, range or CIDR",
                "/24 | `/24` is not an address, range or CIDR",
                "-192.0.2.1 | `-192.0.2.1` is not an address, range or CIDR",
                "mta1.example.com | `mta1.example.com` is not an address, range or CIDR",
            })
    void saysWhatIsWrong(String written, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> IpRange.parse(written))
                        .getMessage());
    }

    @Test
    void holdsBothItsEndsAndNothingOfTheOtherFamily() {
        IpRange range = IpRange.parse("192.0.2.16/29");
        assertTrue(range.contains(IpAddress.parse("192.0.2.16")));
        assertTrue(range.contains(IpAddress.parse("192.0.2.23")));
        assertFalse(range.contains(IpAddress.parse("192.0.2.15")));
        assertFalse(range.contains(IpAddress.parse("192.0.2.24")));
        assertFalse(IpRange.parse("::/0").contains(IpAddress.parse("192.0.2.16")));
    }

    @Test
    void networkLooksAwayFromTheHostBits() {
        assertEquals(
                "192.0.2.16/29",
                IpRange.network(IpAddress.parse("192.0.2.20"), 29).toString());
        assertEquals(
                "2001:db8::/64",
                IpRange.network(IpAddress.parse("2001:db8::25"), 64).toString());
        assertEquals(
                "2001:db8::25",
                IpRange.network(IpAddress.parse("2001:db8::25"), 128).toString());
        assertEquals("::/0", IpRange.network(IpAddress.parse("2001:db8::25"), 0).toString());
    }
}
