package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHome.Ended;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup that docs/backup.md describes, made of a running daemon and brought back into an empty data directory. */
class BackupIT {
    @TempDir
    private Path folder;

    @Test
    void whatWasOpenAtTheBackupIsOpenAfterItIsBroughtBack() throws IOException, SQLException {
        try (Rbldnsd lists = Rbldnsd.serving("one.example");
                OfflistHome first = new OfflistHome();
                OfflistHome second = new OfflistHome()) {
            lists.list("one.example", "192.0.2.10", "127.0.0.2", "spam");
            OfflistProcess daemon = first.configure(configuration(lists)).start();
            await().atMost(Duration.ofSeconds(60)).until(() -> !open(daemon).isEmpty());
            List<JsonNode> before = open(daemon);
            Path backup = folder.resolve("backup.sqlite");

            backUp(first, backup);
            lists.list("one.example", "192.0.2.11", "127.0.0.2", "spam");
            await().atMost(Duration.ofSeconds(60)).until(() -> open(daemon).size() == 2);

            // The list is not asked any more, so what is open can only come from the backup.
            lists.stop();
            Files.createDirectories(second.data());
            Files.copy(backup, second.data().resolve("offlist.sqlite"));
            OfflistProcess restored = second.configure(configuration(lists)).start();
            assertThat(open(restored))
                    .extracting(listing -> listing.path("id").asText())
                    .containsExactlyElementsOf(before.stream()
                            .map(listing -> listing.path("id").asText())
                            .toList());
        }
    }

    private static String configuration(Rbldnsd lists) {
        return """
                interval: 1s
                resolvers: ["%s"]
                pools: [{name: a, addresses: [192.0.2.10, 192.0.2.11]}]
                lists: {use: [], custom: [{id: one, zone: one.example, kinds: [ipv4]}]}
                """.formatted(lists.resolver());
    }

    private static List<JsonNode> open(OfflistProcess daemon) {
        return daemon.all("listings?open=true");
    }

    @Test
    void whatCannotBeCopiedIsSaid() throws IOException {
        try (OfflistHome home = new OfflistHome()) {
            String there = Files.writeString(folder.resolve("there"), "mine").toString();
            refused(home.run("backup", there + ".new"), 74, "there are no records in " + home.data());
            Files.createDirectories(home.data());
            Files.writeString(home.data().resolve("offlist.sqlite"), "no database, but long enough to be looked at");
            refused(home.run("backup", there), 64, there + " is there already");
            refused(home.run("backup", there + ".new"), 74, "damaged");
            refused(home.run("backup", folder.resolve("no/where").toString()), 74, "cannot be written");
            home.set("QUARKUS_PROFILE", "postgres");
            refused(home.run("backup", there + ".new"), 64, "pg_dump");

            assertThat(folder).isDirectoryNotContaining("glob:**.new");
            assertThat(Path.of(there)).hasContent("mine");
            assertThat(home.data()).isDirectoryNotContaining("glob:**.tmp");
        }
    }

    private static void refused(Ended ended, int exit, String words) {
        assertThat(ended.output().strip().lines()).singleElement().asString().contains(words);
        assertThat(ended.exit()).isEqualTo(exit);
    }

    private static void backUp(OfflistHome home, Path backup) throws IOException, SQLException {
        Ended ended = home.run("backup", backup.toString());
        assertThat(ended).isEqualTo(new Ended(0, backup + ": " + Files.size(backup) + " bytes\n"));
        assertThat(Files.getPosixFilePermissions(backup)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Path poured = backup.resolveSibling("poured.sqlite");
        assertThat(home.pour(poured, "backup", "-")).isZero();
        try (Connection copy = DriverManager.getConnection("jdbc:sqlite:" + poured);
                Statement statement = copy.createStatement();
                ResultSet open = statement.executeQuery("SELECT count(*) FROM listing")) {
            assertThat(open.getInt(1)).isEqualTo(1);
        }
        assertThat(home.data()).isDirectoryNotContaining("glob:**.tmp");
    }
}
