package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHome.Ended;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is wrong is said in one clear sentence, with an exit code that scripts and service managers understand. */
@ExtendWith(OfflistHomes.class)
class BadInputIT {
    private static final int USAGE = 64;
    private static final int UNAVAILABLE = 69;
    private static final int STORE = 74;
    private static final int CONFIG = 78;

    private static final String GOOD = """
            pools:
              - {name: a, addresses: [192.0.2.10]}
            lists: {use: []}
            """;

    private static void refused(Ended ended, int exit, String... sentences) {
        assertThat(ended.output()).doesNotContain("\tat ", "Exception", "mistake of ours");
        assertThat(ended.output().strip().lines()).containsExactly(sentences);
        assertThat(ended.exit()).as(ended.output()).isEqualTo(exit);
    }

    @Test
    void aWrongConfigurationIsRefusedWithAllThatIsWrongAndItsLines(OfflistHome home) {
        home.configure("""
                intervall: 10m
                pools:
                  - name: a
                    adresses: [192.0.2.10]
                  - name: b
                    addresses: [192.0.2.300]
                lists:
                  use: [spamhaus-zenn]
                """);
        Ended ended = home.run("run");
        assertThat(ended.exit()).isEqualTo(CONFIG);
        assertThat(ended.output()).doesNotContain("\tat ", "Exception");
        assertThat(ended.output())
                .contains("problems")
                .contains("intervall: unknown key, did you mean `interval`? (line 1)")
                .contains("pools[0].adresses: unknown key, did you mean `addresses`? (line 4)")
                .contains("192.0.2.300", "(line 6)")
                .contains("spamhaus-zenn", "did you mean `spamhaus-zen`?", "(line 8)");

        Ended checked = home.run("config", "check");
        assertThat(checked.exit()).isEqualTo(CONFIG);
        assertThat(checked.output().lines().filter(line -> line.contains("(line ")))
                .containsExactlyInAnyOrderElementsOf(ended.output()
                        .lines()
                        .filter(line -> line.contains("(line "))
                        .map(line -> line.replaceFirst("^offlist: ", ""))
                        .toList());
    }

    @Test
    void aWrongAddressIsNamed(OfflistHome home) {
        refused(home.run("check", "192.0.2.300"), USAGE, "offlist: `192.0.2.300` is no address, range or domain name");
        Ended ended = home.run("run", "192.0.2.300");
        assertThat(ended.exit()).isEqualTo(USAGE);
        assertThat(ended.output().strip().lines()).singleElement().asString().contains("192.0.2.300");
    }

    @Test
    void anUnknownListIsNamedWithTheOneThatWasMeant(OfflistHome home) {
        Ended ended = home.run("check", "192.0.2.10", "--list", "spamhaus-zenn");
        assertThat(ended.exit()).isEqualTo(USAGE);
        assertThat(ended.output().strip().lines())
                .singleElement()
                .asString()
                .contains("spamhaus-zenn", "did you mean `spamhaus-zen`?");
    }

    @Test
    void aClosedListIsNamedWithItsClosure(OfflistHome home) {
        home.configure(GOOD.replace("use: []", "use: [sorbs]"));
        Ended ended = home.run("run");
        assertThat(ended.exit()).isEqualTo(CONFIG);
        assertThat(ended.output()).doesNotContain("\tat ", "Exception").contains("sorbs", "2024", "(line 3)");
        Ended checked = home.run("check", "192.0.2.10", "--list", "sorbs");
        assertThat(checked.output()).contains("2024");
    }

    @Test
    void aConfigurationThatIsNotThereIsSaid(OfflistHome home) {
        Ended ended = home.run("run", "--config", "/nowhere/offlist.yaml");
        assertThat(ended.exit()).isEqualTo(CONFIG);
        assertThat(ended.output())
                .doesNotContain("\tat ", "Exception")
                .contains("there is no configuration file /nowhere/offlist.yaml");
        Ended nothing = home.run("run");
        assertThat(nothing.exit()).isEqualTo(CONFIG);
        assertThat(nothing.output().strip().lines()).singleElement().asString().contains("nothing to watch");
    }

    @Test
    void aCommandThatIsNoneIsSaid(OfflistHome home) {
        Ended ended = home.run("chekc", "192.0.2.10");
        assertThat(ended.exit()).isEqualTo(USAGE);
        assertThat(ended.output()).doesNotContain("\tat ", "Exception").contains("chekc", "check");
    }

    @Test
    void aResolverThatCannotBeReachedMakesEverythingUnknown(OfflistHome home) {
        home.configure("""
                resolvers: ["127.0.0.1:%d"]
                pools: [{name: a, addresses: [192.0.2.10]}]
                lists:
                  use: []
                  custom: [{id: house, zone: bl.example}]
                """.formatted(offlist.testing.FreePorts.next()));
        Ended ended = home.run("check", "192.0.2.10");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.output())
                .doesNotContain("\tat ", "Exception")
                .contains("unknown", "1 checks: 0 listed, 1 unknown, 0 not listed");
    }

    @Test
    void aDataDirectoryThatCannotBeWrittenIsSaid(OfflistHome home) {
        home.configure(GOOD).set("OFFLIST_DATA", "/proc/offlist");
        refused(
                home.run("run"),
                STORE,
                "offlist: the data directory /proc/offlist cannot be written: check its owner, mode and free space, or set"
                        + " OFFLIST_DATA to another directory");
    }

    @Test
    void aDataDirectoryInUseIsSaid(OfflistHome home) {
        home.configure(GOOD);
        OfflistProcess first = home.start();
        home.set("QUARKUS_HTTP_PORT", String.valueOf(offlist.testing.FreePorts.next()))
                .set("QUARKUS_MANAGEMENT_PORT", String.valueOf(offlist.testing.FreePorts.next()));
        refused(
                home.run("run"),
                STORE,
                "offlist: the data directory " + home.data()
                        + " is in use by another Offlist: stop that one, or set OFFLIST_DATA to another directory");
        assertThat(first.ready()).isTrue();
        assertThat(first.stop()).isIn(0, 143);
    }

    @Test
    void aDatabaseOfANewerProgramIsLeftAlone(OfflistHome home) throws SQLException, IOException {
        ended(home);
        Path database = database(home);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, '', 1, 1)""");
        }
        refused(
                home.run("run"),
                STORE,
                "offlist: the SQLite database was written by a newer or changed Offlist: run that version, or restore the"
                        + " backup made before the upgrade");
    }

    @Test
    void aDamagedDatabaseIsSaid(OfflistHome home) throws IOException {
        ended(home);
        Files.writeString(
                database(home), "this is not a database, but it is long enough to be taken for one. ".repeat(200));
        refused(
                home.run("run"),
                STORE,
                "offlist: the database file is damaged or no database: restore it from a backup");
    }

    /** Makes a database. */
    private static void ended(OfflistHome home) {
        home.configure(GOOD);
        home.start().stop();
    }

    private static Path database(OfflistHome home) throws IOException {
        try (var files = Files.list(home.data())) {
            return files.filter(file -> file.toString().endsWith(".sqlite"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aTakenPortIsSaid(OfflistHome home) throws IOException {
        home.configure(GOOD);
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), home.port()));
            refused(
                    home.run("run"),
                    UNAVAILABLE,
                    "offlist: port " + home.port()
                            + ", wanted for the pages and the API, is taken by another program: stop that one, or set"
                            + " QUARKUS_HTTP_PORT to a free port");
        }
    }

    /** A disk of its own, as only root can make it; elsewhere the test says that it was not run. */
    @Test
    void aFullDiskIsSaidAndWhatHappenedMeanwhileIsRecordedWhenThereIsRoom(OfflistHome home) throws Exception {
        try (TinyDisk disk = TinyDisk.mount(home.data().resolveSibling("small"));
                Rbldnsd lists = Rbldnsd.serving("bl.example")) {
            home.configure("""
                    interval: 1s
                    resolvers: ["%s"]
                    pools: [{name: a, addresses: [192.0.2.0/26]}]
                    lists: {use: [], custom: [{id: house, zone: bl.example}]}
                    """.formatted(lists.resolver()))
                    .set("OFFLIST_DATA", disk.directory().resolve("data").toString());
            OfflistProcess offlist = home.start();
            disk.fill();
            for (int host = 1; host < 60; host++) {
                lists.list("bl.example", "192.0.2." + host, "127.0.0.2", "seen spam from this address, ".repeat(6));
            }
            org.awaitility.Awaitility.await()
                    .atMost(30, TimeUnit.SECONDS)
                    .until(() -> offlist.output().contains("the disk of the data directory is full"));
            assertThat(offlist.output()).doesNotContain("\tat ");
            disk.empty();
            org.awaitility.Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> offlist.all("listings?open=true").size() == 59);
            assertThat(offlist.all("transitions")).hasSize(59);
            offlist.stop();

            disk.fill();
            Ended ended = home.run("run");
            assertThat(ended.exit()).isEqualTo(STORE);
            assertThat(ended.output()).doesNotContain("\tat ", "Exception");
            assertThat(ended.output().strip().lines()).hasSize(1);
        }
    }

    @Test
    void aDirectoryIsNoConfiguration(OfflistHome home) {
        Ended ended = home.run("run", "--config", "/");
        assertThat(ended.exit()).isEqualTo(CONFIG);
        assertThat(ended.output()).contains("is not a file").doesNotContain("\tat ", "Exception");
    }
}
