package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHome.Ended;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import offlist.testing.Unbound;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is asked follows the pool's files, DNS names and the configuration while the program runs. */
@ExtendWith(OfflistHomes.class)
class PoolSourcesIT {
    private static final String ZONE = "bl.example";

    private final Rbldnsd lists = Rbldnsd.serving(ZONE, "other.example");

    @AfterEach
    void close() {
        lists.close();
    }

    private static ConditionFactory withinSeconds() {
        return await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(100));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200));
    }

    private static double members(OfflistProcess offlist) {
        return offlist.metrics().sum("offlist_pool_addresses").orElse(0);
    }

    private static List<String> history(OfflistProcess offlist, String address) {
        JsonNode history = offlist.api("addresses/" + address).path("history");
        return StreamSupport.stream(history.spliterator(), false)
                .map(each -> (each.path("transition").asText() + " "
                                + each.path("because").asText(""))
                        .strip())
                .toList()
                .reversed();
    }

    private OfflistProcess start(OfflistHome home, String pools) {
        return home.configure(configuration(pools)).start();
    }

    private String configuration(String pools) {
        return """
                interval: 1s
                resolvers: ["%s"]
                pools: %s
                lists:
                  use: []
                  custom: [{id: house, zone: bl.example, kinds: [ipv4]}]
                """.formatted(lists.resolver(), pools);
    }

    @Test
    void anEditedPoolFileChangesWhatIsAskedWithinSeconds(OfflistHome home) {
        home.write("pool.txt", "192.0.2.10 - 192.0.2.19  # the first rack\n");
        OfflistProcess offlist = start(home, "[{name: a, file: pool.txt}]");
        withinSeconds().until(() -> members(offlist) == 10);
        assertThat(lists.asked(ZONE, "198.51.100.5")).isZero();

        home.write("pool.txt", "192.0.2.10 - 192.0.2.19\n198.51.100.5\n");
        withinSeconds().until(() -> lists.asked(ZONE, "198.51.100.5") > 0);
        withinSeconds().until(() -> members(offlist) == 11);
    }

    @Test
    void anAddressThatLeavesIsAskedNoMoreAndItsListingEndsAsLeftAndItsHistoryStays(OfflistHome home) {
        home.write("pool.txt", "192.0.2.10\n192.0.2.11\n192.0.2.12\n");
        lists.list(ZONE, "192.0.2.10", "127.0.0.2", "spam seen");
        OfflistProcess offlist = start(home, "[{name: a, file: pool.txt}]");
        soon().until(() -> offlist.all("tasks?open=true").size() == 1);

        home.write("pool.txt", "192.0.2.11\n192.0.2.12\n");
        soon().untilAsserted(() -> assertThat(offlist.all("tasks"))
                .singleElement()
                .satisfies(task -> assertThat(task.path("closedAs").asText()).isEqualTo("left_pool")));
        assertThat(history(offlist, "192.0.2.10")).containsExactly("opened", "closed left");
        assertThat(offlist.metrics().series("offlist_listing")).isEmpty();
        long asked = lists.asked(ZONE, "192.0.2.10");
        long others = lists.asked(ZONE, "192.0.2.11");
        soon().until(() -> lists.asked(ZONE, "192.0.2.11") >= others + 3);
        assertThat(lists.asked(ZONE, "192.0.2.10")).isLessThanOrEqualTo(asked + 1);

        home.write("pool.txt", "192.0.2.10\n192.0.2.11\n192.0.2.12\n");
        soon().untilAsserted(() ->
                assertThat(history(offlist, "192.0.2.10")).containsExactly("opened", "closed left", "opened"));
    }

    @Test
    void aPoolFileThatIsGoneOrWrongChangesNothing(OfflistHome home) throws java.io.IOException {
        java.nio.file.Path file = home.write("pool.txt", "192.0.2.10\n192.0.2.11\n");
        OfflistProcess offlist = start(home, "[{name: a, file: pool.txt}]");
        withinSeconds().until(() -> members(offlist) == 2);
        java.nio.file.Files.delete(file);
        withinSeconds().until(() -> offlist.output().contains("there is no file"));
        home.write("pool.txt", "192.0.2.10\n192.0.2.999\n");
        withinSeconds().until(() -> offlist.output().contains("192.0.2.999"));
        assertThat(members(offlist)).isEqualTo(2);
        home.write("pool.txt", "192.0.2.10\n192.0.2.11\n192.0.2.12\n");
        withinSeconds().until(() -> members(offlist) == 3);
    }

    @Test
    void spfRecordsAndHostNamesAreExpandedByARealResolver(OfflistHome home) {
        try (Unbound unbound = new Unbound()
                .forZone(ZONE, lists.port())
                .owning("mail.example")
                .owning("partner.example")
                .record(
                        "mail.example. IN TXT \"v=spf1 ip4:192.0.2.64/30 include:spf.partner.example a:out.mail.example mx -all\"")
                .record("spf.partner.example. IN TXT \"v=spf1 ip6:2001:db8::25 ip4:198.51.100.9 ~all\"")
                .record("out.mail.example. IN A 192.0.2.81")
                .record("out.mail.example. IN AAAA 2001:db8::81")
                .record("mail.example. IN MX 10 mx.mail.example.")
                .record("mx.mail.example. IN A 192.0.2.82")
                .record("mta1.mail.example. IN A 192.0.2.90")
                .start()) {
            home.configure("""
                    interval: 1s
                    resolvers: ["%s"]
                    pools:
                      - {name: a, spf: mail.example}
                      - {name: b, hosts: [mta1.mail.example]}
                    lists:
                      use: []
                      custom: [{id: house, zone: bl.example, kinds: [ipv4]}]
                    """.formatted(unbound.resolver()));
            Ended pool = home.run("pool");
            assertThat(pool.exit()).as(pool.output()).isZero();
            assertThat(pool.output().lines().map(String::strip))
                    .contains(
                            "192.0.2.64  a",
                            "192.0.2.65  a",
                            "192.0.2.66  a",
                            "192.0.2.67  a",
                            "192.0.2.81  a",
                            "192.0.2.82  a",
                            "192.0.2.90  b",
                            "198.51.100.9  a",
                            "2001:db8::25  a",
                            "2001:db8::81  a");
            OfflistProcess offlist = home.start();
            withinSeconds().until(() -> members(offlist) == 10);
            withinSeconds().until(() -> lists.asked(ZONE, "198.51.100.9") > 0);
        }
    }

    @Test
    void aChangedConfigurationIsTakenAndAWrongOneIsNot(OfflistHome home) {
        OfflistProcess offlist = start(home, "[{name: a, addresses: [192.0.2.10]}]");
        withinSeconds().until(() -> members(offlist) == 1);
        home.configure(configuration("[{name: a, addresses: [192.0.2.10, 192.0.2.11]}]")
                .replace("[{id: house,", "[{id: other, zone: other.example, kinds: [ipv4]}, {id: house,"));
        withinSeconds().until(() -> lists.asked("other.example", "192.0.2.11") > 0);
        assertThat(reloaded(offlist)).isEqualTo(1);

        home.configure("pools: [{name: a, adresses: [192.0.2.12]}]\n");
        withinSeconds().until(() -> reloaded(offlist) == 0);
        assertThat(offlist.output())
                .contains("did you mean `addresses`?", "(line 1)")
                .doesNotContain("\tat ");
        assertThat(members(offlist)).isEqualTo(2);
        long before = lists.asked("other.example", "192.0.2.11");
        withinSeconds().until(() -> lists.asked("other.example", "192.0.2.11") > before + 1);

        home.configure(configuration("[{name: a, addresses: [192.0.2.10, 192.0.2.11, 192.0.2.13]}]"));
        withinSeconds().until(() -> reloaded(offlist) == 1 && members(offlist) == 3);
    }

    private static double reloaded(OfflistProcess offlist) {
        return offlist.metrics().sum("offlist_config_last_reload_successful").orElse(-1);
    }
}
