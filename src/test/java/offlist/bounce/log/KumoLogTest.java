package offlist.bounce.log;

import static offlist.bounce.log.LogLines.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KumoLogTest {
    private final LogReader reader = new KumoLog();

    private static String record(String type, String recipient, int code) {
        return """
                {"type":"%s","id":"d7ef132b5d7711eea8c8000c29c33806","sender":"news@shop.example","recipient":%s,"queue":"example.org",\
                "site":"mx.example.org","size":1047,"response":{"code":%d,"enhanced_code":{"class":5,"subject":7,"detail":1},\
                "content":"[192.0.2.10] is listed","command":"RCPT TO"},"peer_address":{"name":"mx.example.org.","addr":"203.0.113.9"},\
                "timestamp":1763899201,"source_address":{"address":"192.0.2.10:40000","server":null,"protocol":null}}""".formatted(type, recipient, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bounce", "TransientFailure"})
    void aRefusalIsRead(String type) {
        assertThat(told(reader, record(type, "\"ann@example.org\"", 550)))
                .isEqualTo(
                        "refused ann@example.org | mx.example.org | 203.0.113.9 | 192.0.2.10 | 5.7.1 | 2025-11-23T12:00:01Z |"
                                + " news@shop.example | d7ef132b5d7711eea8c8000c29c33806 | 550 5.7.1 [192.0.2.10] is listed");
    }

    @Test
    void eachOfSeveralRecipientsIsOne() {
        assertThat(told(reader, record("Bounce", "[\"ann@example.org\",\"bob@example.org\"]", 550))
                        .lines())
                .hasSize(2);
    }

    @Test
    void aDeliveryIsRead() {
        assertThat(told(reader, record("Delivery", "\"ann@example.org\"", 250)))
                .isEqualTo("delivered ann@example.org | mx.example.org. | 192.0.2.10 | 2025-11-23T12:00:01Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Reception\",\"recipient\":\"ann@example.org\"}",
                "{\"type\":\"Bounce\",\"recipient\":\"ann@example.org\",\"response\":{\"code\":551,\"content\":\"KumoMTA internal: no route\"},\"peer_address\":null}",
                "{\"type\":\"Bounce\"}",
                "{\"type\":[]}",
                "{\"type\":",
                "[]",
                "7",
                "",
            })
    void theRestTellsNothing(String line) {
        assertThat(told(reader, line)).isEmpty();
    }
}
