package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The configuration is read again when somebody asks for it, and a program reads the log. */
@ExtendWith(OfflistHomes.class)
class ReloadIT {
    private static final String ZONE = "bl.example";

    private final Rbldnsd lists = Rbldnsd.serving(ZONE);

    @AfterEach
    void close() {
        lists.close();
    }

    private OfflistHome configured(OfflistHome home, String pools) {
        return home.configure("""
                interval: 1h
                resolvers: ["%s"]
                pools: %s
                lists: {use: [], custom: [{id: one, zone: %s, severity: major, kinds: [ipv4]}]}
                """.formatted(lists.resolver(), pools, ZONE));
    }

    private static void pool(OfflistProcess offlist, String name) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreException(AssertionError.class)
                .until(() -> offlist.api("addresses/192.0.2.10")
                        .path("pools")
                        .path(0)
                        .asText()
                        .equals(name));
    }

    private static long reloads(OfflistProcess offlist) {
        return offlist.output()
                .lines()
                .filter(line -> line.contains("configuration reloaded"))
                .count();
    }

    @Test
    void whoAsksForAReloadHearsWhatCameOfIt(OfflistHome home) {
        OfflistProcess offlist =
                configured(home, "[{name: news, addresses: [192.0.2.10]}]").start();
        HttpResponse<String> again = offlist.post("config/reload", "");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo("{\"taken\":true}");

        configured(home, "[{name: news, addresses: [192.0.2.300]}]");
        HttpResponse<String> wrong = offlist.post("config/reload", "");
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(wrong.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        assertThat(wrong.body()).contains("1 problem").contains("192.0.2.300");
        assertThat(offlist.metrics().sum("offlist_config_last_reload_successful"))
                .hasValue(0);
        pool(offlist, "news");

        configured(home, "[{name: other, addresses: [192.0.2.10]}]");
        assertThat(offlist.post("config/reload", "").statusCode()).isEqualTo(200);
        pool(offlist, "other");
    }

    @Test
    void aHangUpReloadsAndEndsNothing(OfflistHome home) {
        OfflistProcess offlist =
                configured(home, "[{name: news, addresses: [192.0.2.10]}]").start();
        assertThat(reloads(offlist)).isZero();
        offlist.hangUp();
        await().atMost(Duration.ofSeconds(30)).until(() -> reloads(offlist) == 1);
        assertThat(offlist.ready()).isTrue();
        assertThat(offlist.stop()).isIn(0, 143);
    }

    @Test
    void theLogCanBeJsonLineByLine(OfflistHome home) throws JsonProcessingException {
        OfflistProcess offlist = configured(home, "[{name: news, addresses: [192.0.2.10]}]")
                .set("OFFLIST_LOG_JSON", "true")
                .start();
        lists.list(ZONE, "192.0.2.10", "127.0.0.2", "spam seen");
        await().atMost(Duration.ofSeconds(30)).until(() -> lists.serves(ZONE, "192.0.2.10"));
        offlist.post("checks", "{\"targets\": [\"192.0.2.10\"]}");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> offlist.output().lines().anyMatch(line -> line.contains("192.0.2.10")));
        offlist.stop();
        List<String> lines =
                offlist.output().lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines).hasSizeGreaterThan(2);
        ObjectMapper json = new ObjectMapper();
        for (String line : lines) {
            JsonNode entry = json.readTree(line);
            assertThat(entry.path("level").asText()).as(line).isNotEmpty();
            assertThat(entry.path("message").asText()).as(line).isNotEmpty();
            assertThat(entry.path("timestamp").asText()).as(line).isNotEmpty();
        }
    }
}
