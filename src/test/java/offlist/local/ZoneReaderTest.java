package offlist.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import offlist.catalogue.FileFormat;
import offlist.catalogue.ListFile;
import offlist.pool.IpAddress;
import offlist.pool.IpRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneReaderTest {
    @TempDir
    Path folder;

    private ZoneReader.Result read(String text) {
        try {
            return ZoneReader.read(new ListFile(Files.writeString(folder.resolve("list.txt"), text), Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalZone good(String text) {
        return assertInstanceOf(ZoneReader.Result.Good.class, read(text)).zone();
    }

    private String bad(String text) {
        return assertInstanceOf(ZoneReader.Result.Bad.class, read(text)).why();
    }

    private static boolean lists(LocalZone zone, String address) {
        IpAddress ip = IpAddress.parse(address);
        return zone.lists(ip.v6(), ip.high(), ip.low());
    }

    private static String text(LocalZone zone, String address) {
        IpAddress ip = IpAddress.parse(address);
        return zone.answers(ip.v6(), ip.high(), ip.low()).stream()
                .map(answer -> zone.text(answer, () -> address))
                .collect(Collectors.joining("|"));
    }

    @Test
    void theRemarkBehindAnEntryIsItsText() {
        LocalZone drop = good("; Spamhaus DROP List\r\n192.0.2.0/24 ; SBL1 costs $5\r\n\r\n2001:db8::/32 # six\n");
        assertEquals("SBL1 costs $5", text(drop, "192.0.2.77"));
        assertEquals("six", text(drop, "2001:db8::1"));
        assertFalse(lists(drop, "192.0.3.0"));
    }

    @Test
    void linesOfJsonAreReadWithTheirRecord() {
        LocalZone drop = good("""
                {"cidr":"192.0.2.0/25","sblid":"SBL7","rir":"arin"}
                {"cidr":"2001:db8::/33","sblid":"SBL8"}
                {"type":"metadata","timestamp":1,"records":2}
                """);
        assertEquals("SBL7", text(drop, "192.0.2.127"));
        assertEquals("SBL8", text(drop, "2001:db8::"));
        assertFalse(lists(drop, "192.0.2.128"));
    }

    @Test
    void aFileFullOfMistakesIsNotBelieved() {
        String why = bad("192.0.2.1\nnonsense\n192.0.2.300\n192.0.2.1 listed\n192.0.2.9/24\n");
        assertThat(why)
                .contains(
                        "line 2: `nonsense` is not an address, range or CIDR; line 3: `192.0.2.300`",
                        "line 4: only a comment may stand behind an address; and 1 more");
    }

    @Test
    void oneMistakeInALongFileIsLeftOutAndTold() {
        String lines =
                IntStream.range(0, 200).mapToObj(i -> "192.0." + i + ".1\n").collect(Collectors.joining());
        ZoneReader.Result.Good good = assertInstanceOf(ZoneReader.Result.Good.class, read(lines + "192.0.2.x\n"));
        assertEquals("left out: line 201: `192.0.2.x` is not an address, range or CIDR", good.remark());
        assertTrue(lists(good.zone(), "192.0.199.1"));
    }

    @Test
    void aFileOfSeveralDatasetsIsRefusedHoweverLongItIs() {
        String lines = IntStream.range(0, 300)
                .mapToObj(i -> "10." + i % 250 + ".0.1\n")
                .collect(Collectors.joining());
        assertThat(bad(":127.0.0.2:listed\n" + lines + "$dataset ip4set:more sub @\n192.0.2.1\n"))
                .isEqualTo(folder.resolve("list.txt")
                        + ": line 302: $DATASET begins one of several datasets, and a file of several cannot be read;"
                        + " write each dataset into a file of its own");
        assertThat(bad("$DATASET ip6trie one\n2001:db8::/32\n")).contains("line 1: $DATASET");
    }

    @Test
    void aLineWithoutEndIsAMistakeAndNoMemory() {
        assertThat(bad("1".repeat(10_000_000))).contains("line 1: longer than 4096 bytes");
    }

    @Test
    void aFileThatIsNotThereSaysSo() {
        ListFile gone = new ListFile(folder.resolve("gone"), Optional.of(FileFormat.PLAIN));
        assertEquals(new ZoneReader.Result.Bad("there is no file " + folder.resolve("gone")), ZoneReader.read(gone));
    }

    @Test
    void theContentTellsItsFormat() {
        assertEquals(FileFormat.PLAIN, FormatGuess.of("# a\n192.0.2.1 ; x: y\n"));
        assertEquals(FileFormat.PLAIN, FormatGuess.of("2001:db8::/32\n::1\n192.0.2.1\n"));
        assertEquals(FileFormat.PLAIN, FormatGuess.of("{\"cidr\":\"2001:db8::/32\"}\n"));
        assertEquals(FileFormat.IP4SET, FormatGuess.of("# a\n:127.0.0.2:listed\n192.0.2\n"));
        assertEquals(FileFormat.IP4SET, FormatGuess.of("192.0.2.1 :127.0.0.4:x\n"));
        assertEquals(FileFormat.IP4SET, FormatGuess.of("$SOA 0 a b 0 1 1 1 1\n192.0.2.1\n!192.0.2.2\n"));
        assertEquals(FileFormat.IP6TRIE, FormatGuess.of(":127.0.0.2:listed: see\n2001:db8::/32\n"));
        assertEquals(FileFormat.IP6TRIE, FormatGuess.of("$TTL 5\n2001:db8::/32\n"));
    }

    @Test
    void everyAddressIsListedExactlyWhenARangeHasIt() {
        long seed = Long.getLong("offlist.local.seed", 4);
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            List<IpRange> ranges = new ArrayList<>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                ranges.add(random.nextBoolean() ? between(v4(random), v4(random)) : between(v6(random), v6(random)));
            }
            LocalZone zone = good(ranges.stream()
                    .map(range -> range.first() + "-" + range.last())
                    .collect(Collectors.joining("\n")));
            for (int i = 0; i < 400; i++) {
                IpAddress asked = random.nextBoolean() ? v4(random) : v6(random);
                boolean expected = ranges.stream().anyMatch(range -> range.contains(asked));
                assertEquals(
                        expected,
                        zone.lists(asked.v6(), asked.high(), asked.low()),
                        () -> asked + " with -Dofflist.local.seed=" + seed + " in " + ranges);
            }
        }
    }

    private static IpAddress v4(Random random) {
        int bits = random.nextInt(3) * 8 + 8;
        return IpAddress.v4(0xC000_0000 | random.nextInt(1 << bits) | (random.nextInt(4) == 0 ? 0xFF : 0));
    }

    private static IpAddress v6(Random random) {
        long high = 0x2001_0db8_0000_0000L | random.nextInt(3);
        return IpAddress.v6(high, random.nextBoolean() ? random.nextLong() : random.nextInt(1000) - 500);
    }

    private static IpRange between(IpAddress one, IpAddress other) {
        return one.compareTo(other) <= 0 ? new IpRange(one, other) : new IpRange(other, one);
    }
}
