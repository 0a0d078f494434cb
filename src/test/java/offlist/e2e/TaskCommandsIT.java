package offlist.e2e;

import static offlist.e2e.PartnerList.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHome.Ended;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Removal tasks worked on from a terminal beside the daemon. */
@ExtendWith(OfflistHomes.class)
class TaskCommandsIT {
    private static final String TASK = "192.0.2.10/partner";

    private final Rbldnsd lists = Rbldnsd.serving(ZONE);

    @AfterEach
    void close() {
        lists.close();
    }

    private OfflistHome configured(OfflistHome home) throws IOException {
        PartnerList.configure(home, """
                resolvers: ["%s"]
                pools: [{name: news, addresses: [192.0.2.10]}]
                """.formatted(lists.resolver()));
        return home;
    }

    private static void until(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(holds);
    }

    private static Ended tasks(OfflistHome home, String... arguments) {
        return home.run(Stream.concat(Stream.of("tasks"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static void declined(Ended ended, String words) {
        assertThat(ended.output()).contains("offlist: ", words).doesNotContain("Exception", "\tat ");
        assertThat(ended.exit()).isEqualTo(64);
    }

    @Test
    void aTaskIsFoundWorkedOnAndNotAskedForTooSoon(OfflistHome home) throws IOException {
        OfflistProcess daemon = configured(home).start();
        assertThat(tasks(home).output()).contains("There is no such task.");
        declined(tasks(home, "look", TASK), "no task of 192.0.2.10 on partner is open");
        declined(tasks(home, "--list", "partnr"), "did you mean `partner`?");
        declined(tasks(home, "--state", "late"), "`late`");

        lists.list(ZONE, "192.0.2.10", "127.0.0.2", "spam seen");
        until(() -> assertThat(tasks(home, "--pool", "news").output()).containsPattern("192.0.2.10 +partner"));
        assertThat(tasks(home, "explain", TASK, "--cause", "a form", "--fix", "it asks first", "--author", "ann")
                        .exit())
                .isZero();
        assertThat(tasks(home, "request", TASK, "--anyway", "--reference", "R-1", "--author", "ann")
                        .output())
                .contains("192.0.2.10 on partner: requested; due ");
        declined(tasks(home, "request", TASK), "already");
        assertThat(tasks(home, "show", TASK).output())
                .contains("cause: a form", "fix: it asks first", "https://partner.example/remove?ip=192.0.2.10")
                .contains(" by ann, self-service, reference R-1", "ann  request -> requested", "ann  explain -> ");

        assertThat(tasks(home, "open", TASK).output()).contains("192.0.2.10 on partner: requested");
        lists.unlist(ZONE, "192.0.2.10");
        until(() -> assertThat(tasks(home, "--state", "closed").output()).contains("192.0.2.10"));
        declined(tasks(home, "open", TASK), "does not list");
        declined(tasks(home, "open", "192.0.2.10"), "ADDRESS/LIST");
        lists.list(ZONE, "192.0.2.10", "127.0.0.2", "spam seen again");
        until(() -> assertThat(tasks(home).output()).contains("192.0.2.10"));
        JsonNode again =
                new ObjectMapper().readTree(tasks(home, "show", TASK, "--json").output());
        declined(
                tasks(home, "request", TASK, "--anyway"),
                "not before " + again.path("askAgainAt").asText());
        assertThat(again.path("history").findValuesAsText("action")).contains("reopened", "request", "explain");
        figures(daemon);
    }

    private static void figures(OfflistProcess daemon) {
        until(() ->
                assertThat(daemon.api("removal/figures").path("at").isTextual()).isTrue());
        JsonNode figures = daemon.api("removal/figures");
        assertThat(figures.path("days").asInt()).isEqualTo(90);
        assertThat(figures.path("all").path("success").isNull()).isTrue();
    }
}
