package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
    private static final PoolLimits LIMITS = new PoolLimits(Optional.empty());

    @TempDir
    Path folder;

    @Test
    void addressesRangesAndNetworksAreReadAndCommentsAreNot() throws IOException {
        assertEquals("[192.0.2.1, 192.0.2.8/29, 198.51.100.1-198.51.100.3, 2001:db8::25]", yielded("""
                # transactional

                192.0.2.1
                  192.0.2.8/29   # the new rack
                198.51.100.1-198.51.100.3
                2001:DB8:0::25
                """));
    }

    @Test
    void aMarkAtTheStartAndWindowsLineEndsDoNotMatter() throws IOException {
        assertEquals("[192.0.2.1-192.0.2.2]", yielded("\uFEFF192.0.2.1\r\n192.0.2.2\r\n"));
    }

    @Test
    void anEmptyFileIsAnAnswer() throws IOException {
        assertEquals("[]", yielded("# nobody\n"));
    }

    @Test
    void oneBadLineSpoilsTheFileAndIsNamed() throws IOException {
        assertEquals("line 2: `192.0.2.300` is not an address, range or CIDR", complaint("192.0.2.1\n192.0.2.300\n"));
    }

    @Test
    void theFirstBadLinesAreNamedAndTheRestCounted() throws IOException {
        assertEquals(
                "line 1: `a` is not an address, range or CIDR; line 2: `b` is not an address, range or CIDR;"
                        + " line 4: `c` is not an address, range or CIDR; and 2 more",
                complaint("a\nb\n192.0.2.1\nc\nd\ne\n"));
    }

    @Test
    void aRangeThatIsTooWideNeedsPermission() throws IOException {
        assertEquals(
                "line 1: `198.51.0.0/16` holds 65536 addresses, wider than /20, which needs `max-addresses`",
                complaint("198.51.0.0/16\n"));
        assertEquals(
                "line 1: `2001:db8::/64` holds 18446744073709551616 addresses, wider than /116, which needs"
                        + " `max-addresses`",
                complaint("2001:db8::/64\n"));
    }

    @Test
    void aBadLineIsShownShortAndWithoutControlCharacters() throws IOException {
        String message = complaint("\u001b[31m" + "x".repeat(5_000) + "\n");
        assertTrue(message.startsWith("line 1: `?[31mxxx") && message.length() < 300, message);
    }

    @Test
    void aMissingFileAFolderAndAnEndlessOneAreFailures() throws IOException {
        Path missing = folder.resolve("missing.txt");
        assertEquals(
                new Yield.Failed("there is no file " + missing), source(missing).read());
        assertEquals(new Yield.Failed(folder + " is not a file"), source(folder).read());
        assertEquals(
                new Yield.Failed("/dev/zero is not a file"),
                source(Path.of("/dev/zero")).read());
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        Path file = Files.write(folder.resolve("large.txt"), new byte[16 * 1024 * 1024 + 1]);
        assertEquals(
                new Yield.Failed(file + " is larger than 16 MiB"), source(file).read());
    }

    @Test
    void theIdNamesThePoolAndThePath() {
        assertEquals(
                "transactional/file:/etc/offlist/pool.txt",
                source(Path.of("/etc/offlist/pool.txt")).id());
    }

    private String yielded(String text) throws IOException {
        return assertInstanceOf(Yield.Members.class, source(written(text)).read())
                .addresses()
                .toString();
    }

    private String complaint(String text) throws IOException {
        Path file = written(text);
        String message =
                assertInstanceOf(Yield.Failed.class, source(file).read()).message();
        assertTrue(message.startsWith(file + ": "), message);
        return message.substring((file + ": ").length());
    }

    private Path written(String text) throws IOException {
        return Files.write(folder.resolve("pool.txt"), text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileSource source(Path path) {
        return new FileSource(new PoolName("transactional"), path, LIMITS);
    }
}
