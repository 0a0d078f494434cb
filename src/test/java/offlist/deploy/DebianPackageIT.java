package offlist.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import offlist.testing.FakeDns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of the package on a Debian without Java, from installation to purge. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DebianPackageIT {
    private static final String APT = "apt-get -q --yes --no-install-recommends -o APT::Sandbox::User=root ";
    /** What every package leaves in the books of the package system. */
    private static final Pattern BOOKS = Pattern.compile(
            "(var/(lib/(dpkg|apt|systemd)|cache|log)|etc/[^/]*[-~]?|etc|var|var/lib|usr|usr/.*|tmp|run)( .*|/.*)?");

    private static Room room;
    private static List<String> before;

    @BeforeAll
    static void furnish() {
        room = Room.likeThisMachine();
        room.sh("mkdir -p /var/lib/apt/lists/partial /var/cache/apt/archives/partial");
        before = room.changes();
        room.bring(Distribution.debianPackage(), "/tmp");
    }

    @AfterAll
    static void leave() {
        room.close();
    }

    @Test
    @Order(1)
    void aptInstallsItWhereThereIsNoJava() {
        assertThat(room.sh("! command -v java").exit()).isZero();

        room.sh(APT + "install /tmp/" + Distribution.debianPackage().getFileName())
                .demandGood();

        assertThat(room.run("offlist", "--version").output()).isEqualTo("offlist " + Distribution.version() + "\n");
        assertThat(room.run("getent", "passwd", "offlist").output()).contains(":/var/lib/offlist:", "nologin");
        assertThat(room.run("stat", "-c", "%U %G %a", "/var/lib/offlist").output())
                .isEqualTo("offlist offlist 750\n");
        assertThat(room.run("stat", "-c", "%U %G %a", "/etc/offlist/secrets").output())
                .isEqualTo("root offlist 750\n");
    }

    @Test
    @Order(2)
    void itsServiceIsEnabledAndToTheLikingOfSystemd() {
        String unit = "/usr/lib/systemd/system/offlist.service";

        assertThat(room.sh("systemd-analyze verify " + unit).output()).doesNotContain("offlist");
        assertThat(room.sh("test -L /etc/systemd/system/multi-user.target.wants/offlist.service")
                        .exit())
                .isZero();
        assertThat(room.sh("systemd-sysusers --dry-run /usr/lib/sysusers.d/offlist.conf")
                        .demandGood()
                        .exit())
                .isZero();
    }

    @Test
    @Order(3)
    void theDaemonOfTheUnitRunsAsItsOwnUserAndAnswers() {
        try (FakeDns dns = FakeDns.start()) {
            dns.zone("bl.example").testPoints().list("192.0.2.10", "127.0.0.2");
            room.write("/etc/offlist/offlist.yaml", RoomDaemon.configuration(dns));
            String user = ofUnit("User");
            room.readOnlyBut("/var/lib/offlist");
            try (RoomDaemon daemon = new RoomDaemon(
                            room,
                            user + ":" + ofUnit("Group"),
                            Map.of("STATE_DIRECTORY", "/var/lib/offlist"),
                            List.of(ofUnit("ExecStart").split(" ")))
                    .awaitReady()) {
                assertThat(daemon.check("192.0.2.10").toString()).contains("\"listed\"");
                assertThat(daemon.check("192.0.2.11").toString()).contains("\"not_listed\"");
                assertThat(daemon.mapped()).contains("/usr/lib/offlist/offlist.aot");
                assertThat(daemon.owner() + "\n")
                        .isEqualTo(room.sh("echo $(id -u offlist):$(id -g offlist)")
                                .output());
                assertThat(String.valueOf(daemon.stop())).isEqualTo(ofUnit("SuccessExitStatus"));
            } finally {
                room.outside("mount", "-o", "remount,bind,rw", room.root()).demandGood();
                room.outside("umount", room.root() + "/var/lib/offlist").demandGood();
            }
        }
        assertThat(room.run("stat", "-c", "%U", "/var/lib/offlist/offlist.sqlite")
                        .output())
                .isEqualTo("offlist\n");
    }

    @Test
    @Order(4)
    void whatWasConfiguredStaysOverAnUpgradeAndARemoval() {
        room.sh(APT + "install --reinstall /tmp/" + Distribution.debianPackage().getFileName())
                .demandGood();
        assertThat(room.run("cat", "/etc/offlist/offlist.yaml").output()).contains("bl.example");

        room.sh(APT + "remove offlist").demandGood();

        assertThat(room.run("cat", "/etc/offlist/offlist.yaml").output()).contains("bl.example");
        assertThat(room.sh("test -s /var/lib/offlist/offlist.sqlite").exit()).isZero();
        assertThat(room.sh("test -e /usr/lib/offlist || test -e /usr/bin/offlist")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    @Order(5)
    void purgeLeavesNothing() {
        room.sh(APT + "purge offlist").demandGood();

        List<String> after = room.changes();
        assertThat(after)
                .filteredOn(change -> !before.contains(change))
                .filteredOn(change -> !change.matches("var/(cache/apt|log)/.*|.* c"))
                .noneMatch(change -> change.contains("offlist"))
                .allMatch(change -> BOOKS.matcher(change).matches());
        assertThat(room.sh("grep -l offlist /etc/passwd /etc/group /etc/shadow /var/lib/dpkg/status")
                        .output())
                .isEmpty();
    }

    /** What the installed unit says under a name. */
    private static String ofUnit(String name) {
        return room.run("cat", "/usr/lib/systemd/system/offlist.service")
                .output()
                .lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
