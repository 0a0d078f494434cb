package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHome.Ended;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Catalogue files of the operator's own, in the commands and in a running daemon. */
@ExtendWith(OfflistHomes.class)
class CatalogueIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ONE = """
            lists:
              - {id: one, name: %s, zone: one.example, kinds: [ipv4], profile: core, severity: %s, usage: {interval: 1s},
                 codes: [{match: 127.0.0.2, effect: listed, reason: spam-source, meaning: %s}]}
            """;

    private final Rbldnsd lists = Rbldnsd.serving("one.example");

    @AfterEach
    void close() {
        lists.close();
    }

    private OfflistHome configured(OfflistHome home) throws IOException {
        lists.list("one.example", "192.0.2.10", "127.0.0.2", "spam seen");
        home.configure("""
                interval: 1s
                resolvers: ["%s"]
                catalogue: catalogue
                pools: [{name: a, addresses: [192.0.2.10]}]
                lists: {use: [one]}
                """.formatted(lists.resolver()));
        Files.createDirectory(directory(home));
        file(home, "one.yaml", ONE.formatted("First", "major", "sent spam"));
        return home;
    }

    private static Path directory(OfflistHome home) {
        return home.data().resolveSibling("catalogue");
    }

    private static void file(OfflistHome home, String name, String text) throws IOException {
        Files.writeString(directory(home).resolve(name), text);
    }

    private static void until(org.awaitility.core.ThrowingRunnable holds) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(holds);
    }

    @Test
    void aRunningDaemonTakesChangedFiles(OfflistHome home) throws IOException {
        OfflistProcess daemon = configured(home).start();
        until(() -> assertThat(daemon.all("listings?open=true")).hasSize(1));
        assertThat(daemon.page("/lists/one")).contains("First", "sent spam");

        file(home, "one.yaml", ONE.formatted("Second", "minor", "sent a lot of spam"));
        until(() -> assertThat(daemon.api("lists/one").path("list").path("name").asText())
                .isEqualTo("Second"));
        assertThat(daemon.page("/lists/one")).contains("Second", "sent a lot of spam", "minor");
        assertThat(daemon.all("listings?open=true")).hasSize(1);

        file(home, "two.yaml", "lists: [{id: one, zone: one.example}]\n");
        until(() -> assertThat(daemon.metrics().sum("offlist_config_last_reload_successful"))
                .hasValue(0));
        assertThat(daemon.output()).contains("two.yaml: lists[0]: the id `one` is there twice (line 1)");
        assertThat(daemon.api("lists/one").path("list").path("name").asText()).isEqualTo("Second");

        Files.delete(directory(home).resolve("one.yaml"));
        file(home, "two.yaml", """
                closed: [{id: one, zones: [one.example], operator: One, what: spam, closed: 2026-11-20}]
                """);
        home.configure(
                Files.readString(home.data().resolveSibling("offlist.yaml")).replace("use: [one]", "use: []"));
        until(() -> assertThat(daemon.all("listings?open=true")).isEmpty());
        JsonNode ended = daemon.all("listings?open=false").getFirst();
        assertThat(ended.path("closedBecause").asText()).isEqualTo("list_dropped");
        assertThat(daemon.metrics().sum("offlist_config_last_reload_successful"))
                .hasValue(1);
    }

    @Test
    void theCommandsKnowThem(OfflistHome home) throws IOException {
        configured(home);
        assertThat(home.run("config", "check").output()).contains("catalogue, 1 file; adds one");
        assertThat(home.run("check", "192.0.2.10").output()).contains("sent spam", "1 listed");
        assertThat(home.run("explain", "192.0.2.10", "one").output()).contains("sent spam", "one.yaml");
        assertThat(home.run("lists").output()).contains("First");
        Ended verified = home.run("lists", "--verify", "--json");
        assertThat(verified.exit()).isZero();
        JsonNode json = new ObjectMapper().readTree(verified.output());
        assertThat(json.path("summary").path("healthy").asInt()).isOne();
        assertThat(json.path("lists").get(0).path("file").asText()).endsWith("one.yaml");
    }

    @Test
    void mistakesAreNamedAllAtOnce(OfflistHome home) throws IOException {
        configured(home);
        file(home, "bad.yaml", "lists:\n  - {id: two, zon: two.example}\n  - {id: one, zone: three.example}\n");
        Ended check = home.run("config", "check");
        assertThat(check.exit()).isEqualTo(78);
        assertThat(check.output())
                .contains("bad.yaml: lists[0].zon: unknown key, did you mean `zone`? (line 2)", "`zone` is missing")
                .contains("one.yaml: lists[0]: the id `one` is there twice (line 2)");
        assertThat(home.run("lists", "--check", directory(home).toString()).exit())
                .isEqualTo(78);
        assertThat(home.run("lists").exit()).isEqualTo(78);
        assertThat(home.run("run").exit()).isEqualTo(78);
        Files.delete(directory(home).resolve("bad.yaml"));
        Ended alone = home.run("lists", "--check", directory(home).toString());
        assertThat(alone.output()).contains("OK, 1 file; adds one");
        assertThat(alone.exit()).isZero();
    }
}
