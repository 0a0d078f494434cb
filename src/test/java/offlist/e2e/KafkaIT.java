package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import offlist.testing.KafkaBroker;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import offlist.testing.Stores;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same jar puts its events on a real Kafka when the profile says so, and loses none while there is no Kafka. */
@ExtendWith(OfflistHomes.class)
class KafkaIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LISTED = "192.0.2.10";
    private static final String KEY = LISTED + "/one";

    private static OfflistProcess start(OfflistHome home, Rbldnsd lists, String kafka) {
        return home.configure("""
                interval: 1s
                resolvers: ["%s"]
                pools: [{name: a, addresses: [192.0.2.8/29]}]
                lists:
                  use: []
                  custom: [{id: one, zone: one.example, kinds: [ipv4]}]
                """.formatted(lists.resolver()))
                .set("QUARKUS_PROFILE", "cluster")
                .set("KAFKA_BOOTSTRAP_SERVERS", kafka)
                .set("OFFLIST_STORE_URL", Stores.freshPostgresUrl())
                .set("OFFLIST_STORE_USER", "postgres")
                .set("OFFLIST_STORE_PASSWORD", "postgres")
                .start();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(500));
    }

    private static List<String> types(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .filter(each -> KEY.equals(each.key()))
                .map(each -> json(each.value()).path("type").asText())
                .filter(type -> type.startsWith("offlist.listing."))
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eventsWaitForKafkaAndComeInOrderWithTheirKey(OfflistHome home) {
        try (Rbldnsd lists = Rbldnsd.serving("one.example");
                KafkaBroker kafka = new KafkaBroker()) {
            OfflistProcess offlist = start(home, lists, kafka.address());
            lists.list("one.example", LISTED, "127.0.0.2", "spam seen");
            soon().untilAsserted(
                            () -> assertThat(offlist.all("listings?open=true")).hasSize(1));
            lists.unlist("one.example", LISTED);
            soon().untilAsserted(
                            () -> assertThat(offlist.all("listings?open=true")).isEmpty());
            assertThat(offlist.ready()).as("ready without Kafka").isTrue();

            kafka.start();
            soon().untilAsserted(() -> assertThat(types(kafka.records("offlist.events")))
                    .startsWith("offlist.listing.opened")
                    .endsWith("offlist.listing.closed"));
            soon().untilAsserted(() -> assertThat(kafka.records("offlist.removal-tasks"))
                    .isNotEmpty()
                    .allSatisfy(each ->
                            assertThat(json(each.value()).path("type").asText()).startsWith("offlist.removal.")));
            ConsumerRecord<String, String> first =
                    kafka.records("offlist.events").getFirst();
            assertThat(new String(
                            first.headers().lastHeader("content-type").value(),
                            java.nio.charset.StandardCharsets.US_ASCII))
                    .startsWith("application/cloudevents+json");
            assertThat(json(first.value()).path("specversion").asText()).isEqualTo("1.0");
            assertThat(offlist.output()).doesNotContain("Producer clientId", "\tat ");
        }
    }

    /** An address without a port makes no client, as a name does not that nobody knows. */
    @Test
    void aKafkaThatCannotBeFoundKeepsNobodyFromBeingWatched(OfflistHome home) {
        try (Rbldnsd lists = Rbldnsd.serving("one.example")) {
            OfflistProcess offlist = start(home, lists, "127.0.0.1");
            lists.list("one.example", LISTED, "127.0.0.2", "spam seen");

            soon().untilAsserted(
                            () -> assertThat(offlist.all("listings?open=true")).hasSize(1));
            soon().until(() -> offlist.output().contains("the channel takes no events ("));
            soon().untilAsserted(() -> assertThat(offlist.metrics().series("offlist_events_oldest_seconds"))
                    .singleElement()
                    .matches(series -> series.value() > 0));
            assertThat(offlist.output()).doesNotContain("\tat ");
            assertThat(offlist.ready()).isTrue();
        }
    }
}
