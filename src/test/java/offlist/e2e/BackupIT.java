package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup that docs/backup.md describes, made of a running daemon and brought back into an empty data directory. */
class BackupIT {
    private static final Pattern STATEMENT = Pattern.compile("\"(VACUUM INTO '[^']+')\"");

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
            Path backup = folder.resolve("offlist.sqlite");

            backUp(first.data().resolve("offlist.sqlite"), backup);
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

    /** With the statement that the document gives. */
    private static void backUp(Path store, Path backup) throws IOException, SQLException {
        Matcher statement = STATEMENT.matcher(Files.readString(Path.of("docs/backup.md")));
        assertThat(statement.find()).isTrue();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement run = connection.createStatement()) {
            run.execute(statement.group(1).replaceAll("'[^']+'", Matcher.quoteReplacement("'" + backup + "'")));
        }
    }
}
