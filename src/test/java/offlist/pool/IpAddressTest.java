package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, 192.0.2.10",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "2001:db8::25, 2001:db8::25",
        // RFC 5952 section 2 and 4
        "2001:0DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8::0:1, 2001:db8::1",
        "2001:DB8:AAAA:BBBB:CCCC:DDDD:EEEE:0001, 2001:db8:aaaa:bbbb:cccc:dddd:eeee:1",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "1:0:0:0:0:0:0:0, 1::",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "::192.0.2.33, ::c000:221",
        // mapped addresses are the IPv4 address they carry
        "::ffff:192.0.2.10, 192.0.2.10",
        "::FFFF:c000:20a, 192.0.2.10",
        "0:0:0:0:0:ffff:192.0.2.10, 192.0.2.10",
    })
    void isPrintedAsRfc5952Says(String written, String printed) {
        assertEquals(printed, IpAddress.parse(written).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "192.0.2",
                "192.0.2.1.5",
                "192.0.2.256",
                "192.0.2.-1",
                "192.0.2.+1",
                "192.0.02.1",
                "192.0.2.010",
                "00.0.0.0",
                "192.0.2.1 ",
                " 192.0.2.1",
                "192.0.2.",
                ".192.0.2",
                "192.0.2.0x1",
                "3221225994",
                "١٩٢.0.2.1",
                "192.0.2.1/32",
                ":",
                ":::",
                "1:::2",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "2001:db8::12345",
                "2001:db8::g",
                "2001:db8::1%eth0",
                "[2001:db8::1]",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "192.0.2.1::",
                "::192.0.2.1:5",
                "::192.0.2.01",
                "::ffff:192.0.2",
                "1:2:3:4:5:6:7:192.0.2.1",
                "mta1.example.com",
            })
    void isReadStrictly(String written) {
        assertEquals(Optional.empty(), IpAddress.tryParse(written));
        assertThrows(IllegalArgumentException.class, () -> IpAddress.parse(written));
    }

    @Test
    void anyTextIsReadOrRefusedButNeverBreaks() {
        Random random = new Random(5952);
        String alphabet = "0123456789abcdefF:.:. %/";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(18); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            IpAddress.tryParse(text.toString())
                    .ifPresent(address -> assertEquals(address, IpAddress.parse(address.text())));
        }
    }

    @Test
    void printedAndReadBackIsTheSame() {
        Random random = new Random(4291);
        for (int i = 0; i < 50_000; i++) {
            // Sparse groups, so that runs of zeros of every length and place occur.
            IpAddress address = IpAddress.v6(random.nextLong() & sparse(random), random.nextLong() & sparse(random));
            assertEquals(address, IpAddress.parse(address.text()));
            assertEquals(address, IpAddress.of(address.toInetAddress()));
        }
    }

    private static long sparse(Random random) {
        long mask = 0;
        for (int group = 0; group < 4; group++) {
            mask = mask << 16 | (random.nextBoolean() ? 0xFFFF : 0);
        }
        return mask | 1L << 63;
    }

    @Test
    void bytesAreInNetworkOrder() {
        assertArrayEquals(
                new byte[] {(byte) 192, 0, 2, 10}, IpAddress.parse("192.0.2.10").bytes());
        assertEquals(16, IpAddress.parse("2001:db8::1").bytes().length);
        assertEquals(
                IpAddress.parse("192.0.2.10"),
                IpAddress.of(IpAddress.parse("192.0.2.10").toInetAddress()));
    }

    @Test
    void nextCrossesEveryBorderAndEndsWithTheFamily() {
        assertEquals(
                "192.0.3.0", IpAddress.parse("192.0.2.255").next().orElseThrow().text());
        assertEquals(
                "128.0.0.0",
                IpAddress.parse("127.255.255.255").next().orElseThrow().text());
        assertEquals(
                "2001:db8:0:1::",
                IpAddress.parse("2001:db8::ffff:ffff:ffff:ffff")
                        .next()
                        .orElseThrow()
                        .text());
        assertEquals(Optional.empty(), IpAddress.parse("255.255.255.255").next());
        assertEquals(
                Optional.empty(),
                IpAddress.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").next());
    }

    @Test
    void orderIsNumericWithIpv4First() {
        Stream<String> texts = Stream.of("2001:db8::1", "200.0.0.1", "9.0.0.1", "ff00::", "::1", "100.0.0.1");
        TreeSet<IpAddress> sorted = new TreeSet<>();
        texts.map(IpAddress::parse).forEach(sorted::add);
        assertEquals("[9.0.0.1, 100.0.0.1, 200.0.0.1, ::1, 2001:db8::1, ff00::]", sorted.toString());
    }

    @Test
    void anIpv4AddressHasNoMoreThan32Bits() {
        assertThrows(IllegalArgumentException.class, () -> new IpAddress(false, 0, 1L << 32));
        assertThrows(IllegalArgumentException.class, () -> new IpAddress(false, 1, 0));
        assertTrue(new BigInteger(1, IpAddress.v4(-1).bytes()).bitLength() == 32);
    }
}
