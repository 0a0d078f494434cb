package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.pool.Target;
import offlist.probe.HealthProbe;
import offlist.testing.FakeDns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands without a daemon read the files of lists too, and ask nobody. */
class LocalCommandsTest {
    private static final Progress SILENT = new Progress(System.err, false, "checked", 0);

    @TempDir
    private Path folder;

    private final StringWriter warnings = new StringWriter();

    private OneShot oneShot(FakeDns dns, String lists) throws IOException {
        String yaml = "resolvers: [\"" + dns.id() + "\"]\nlists: {use: [], " + lists + "}\n";
        Path file = Files.writeString(folder.resolve("offlist.yaml"), yaml);
        return new OneShot(Optional.of(file), new PrintWriter(warnings, true));
    }

    private static String verdicts(OneShot oneShot, List<WatchedList> lists, String... addresses) {
        List<Target> targets = List.of(addresses).stream().map(Target::parse).toList();
        return oneShot.checkRun().run(lists, targets, SILENT).stream()
                .map(line -> line.list().id() + " " + line.target().text() + " " + line.verdict())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    @Test
    void checkReadsTheFileOfAListOfOnesOwn() throws IOException {
        Files.writeString(folder.resolve("drop.txt"), "192.0.2.0/29\n2001:db8::/32\n");
        try (FakeDns dns = FakeDns.start();
                OneShot oneShot = oneShot(dns, "custom: [{id: drop, file: drop.txt}]")) {
            assertEquals(
                    "drop 192.0.2.7 listed; drop 192.0.2.8 not_listed; drop 2001:db8::1 listed",
                    verdicts(oneShot, oneShot.lists(List.of()), "192.0.2.7", "192.0.2.8", "2001:db8::1"));
            assertEquals(0, dns.asked().total());
        }
    }

    @Test
    void aCopyOfAShippedListNeedsNoKeyAndIsReadByTheCatalogue() throws IOException {
        Files.writeString(folder.resolve("sbl.txt"), ":127.0.0.2:see $\n192.0.2.7\n192.0.2.8 :127.0.0.9:\n");
        try (FakeDns dns = FakeDns.start();
                OneShot oneShot = oneShot(dns, "override: {spamhaus-sbl-dqs: {file: sbl.txt, format: ip4set}}")) {
            List<WatchedList> lists = oneShot.lists(List.of("spamhaus-sbl-dqs"));
            assertEquals(
                    "spamhaus-sbl-dqs 192.0.2.7 listed; spamhaus-sbl-dqs 192.0.2.9 not_listed",
                    verdicts(oneShot, lists, "192.0.2.7", "192.0.2.9", "2001:db8::1"));
            VerifyRun verify = new VerifyRun(new HealthProbe(oneShot::resolver));
            assertThat(verify.run(lists, SILENT))
                    .singleElement()
                    .satisfies(
                            finding -> assertThat(finding.health().believable()).isTrue());
            assertEquals(0, dns.asked().total());
        }
    }

    @Test
    void aFileThatIsNotThereLeavesTheListUnknownAndSaysSo() throws IOException {
        try (FakeDns dns = FakeDns.start();
                OneShot oneShot = oneShot(dns, "custom: [{id: drop, file: gone.txt, kinds: [ipv4]}]")) {
            assertThat(warnings.toString()).contains("lists.custom[0].file: there is no file", "(line 2)");
            assertEquals("drop 192.0.2.7 unknown", verdicts(oneShot, oneShot.lists(List.of()), "192.0.2.7"));
        }
    }
}
