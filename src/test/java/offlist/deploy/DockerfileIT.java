package offlist.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import offlist.testing.FakeDns;
import org.junit.jupiter.api.Test;

/**
 * What the image's last stage lays out, run as its instructions say: its user, its environment, its entry point, a root that
 * cannot be written but for the volume. The image itself cannot be built where no base image can be had.
 */
class DockerfileIT {
    private final Dockerfile file = Dockerfile.read(Path.of("deploy/docker/Dockerfile"));

    @Test
    void theLayoutRunsAsItsUserOnAReadOnlyRootAndIsHealthy() {
        try (Room room = Room.bare();
                FakeDns dns = FakeDns.start()) {
            dns.zone("bl.example").testPoints().list("192.0.2.10", "127.0.0.2");
            furnish(room);
            room.write(file.environment().getOrDefault("OFFLIST_CONFIG", "unset"), RoomDaemon.configuration(dns));
            room.readOnlyBut(file.one("VOLUME"));
            List<String> command = new java.util.ArrayList<>(file.words("ENTRYPOINT"));
            command.addAll(file.words("CMD"));
            Map<String, String> environment = new TreeMap<>(file.environment());
            // The ports of this machine's other interfaces are not a test's to open.
            assertThat(environment).containsEntry("QUARKUS_HTTP_HOST", "0.0.0.0");
            environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
            environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
            try (RoomDaemon daemon = new RoomDaemon(room, file.one("USER"), environment, command).awaitReady()) {
                assertThat(daemon.check("192.0.2.10").toString()).contains("\"listed\"");
                assertThat(daemon.owner()).isEqualTo(file.one("USER"));
                assertThat(daemon.mapped()).contains("/opt/offlist/offlist.aot");
                assertThat(healthy(room, daemon.managementPort()).exit()).isZero();
            }
            assertThat(healthy(room, 1).exit()).isNotZero();
        }
    }

    private Shell.Ended healthy(Room room, int port) {
        return room.runAs(
                file.one("USER"), Map.of("QUARKUS_MANAGEMENT_PORT", String.valueOf(port)), file.words("HEALTHCHECK"));
    }

    private void furnish(Room room) {
        assertThat(file.all("COPY"))
                .containsExactly(
                        "--from=build /opt/offlist /opt/offlist",
                        "--from=build --chown=" + file.one("USER") + " /build/deploy/docker/empty /var/lib/offlist");
        room.unpack(Distribution.archive(), "/opt");
        room.outside("mv", room.root() + "/opt/" + Distribution.name(), room.root() + "/opt/offlist")
                .demandGood();
        room.bring(Path.of("deploy/docker/empty").toAbsolutePath(), "/var/lib");
        room.outside("mv", room.root() + "/var/lib/empty", room.root() + file.one("VOLUME"))
                .demandGood();
        room.outside("chown", "-R", file.one("USER"), room.root() + file.one("VOLUME"))
                .demandGood();
    }

    @Test
    void theUserIsANumberSoThatAClusterCanSeeThatItIsNotRoot() {
        assertThat(file.one("USER")).matches("[1-9][0-9]+:[1-9][0-9]+");
    }
}
