package offlist.bounce.log;

import static offlist.bounce.log.LogLines.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PowerLogTest {
    private final LogReader reader = new PowerLog();

    private static String usual(String type, String diagnostic) {
        return type
                + ",2026-11-23 12:00:01+0000,2026-11-23 12:00:00+0000,news@shop.example,ann@example.org,,failed,5.7.1 (delivery"
                + " not authorized),\"" + diagnostic
                + "\",mx.example.org (203.0.113.9),spam-related,smtp,app,smtp,192.0.2.10,203.0.113.9,\"ENHANCEDSTATUSCODES,SIZE\",900,out1,job7,env9";
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "rb", "t", "tq"})
    void aRefusalIsRead(String type) {
        assertThat(told(reader, usual(type, "smtp;550 5.7.1 \"\"192.0.2.10\"\", listed")))
                .isEqualTo(
                        "refused ann@example.org | mx.example.org | 203.0.113.9 | 192.0.2.10 | 5.7.1 | 2026-11-23T12:00:01Z |"
                                + " news@shop.example | env9 | 550 5.7.1 \"192.0.2.10\", listed");
    }

    @Test
    void theFirstLineNamesTheColumns() {
        assertThat(told(reader, """
                type,dlvSourceIp,rcpt,dsnDiag,timeLogged
                b,192.0.2.10,ann@example.org,smtp;550 no,2026-11-23 13:00:01+01:00
                """))
                .isEqualTo("refused ann@example.org | - | - | 192.0.2.10 | - | 2026-11-23T12:00:01Z | - | - | 550 no");
    }

    @Test
    void whatWasTakenIsADelivery() {
        assertThat(told(reader, usual("d", "smtp;250 2.0.0 OK")))
                .isEqualTo("delivered ann@example.org | mx.example.org | 192.0.2.10 | 2026-11-23T12:00:01Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b,2026-11-23 12:00:01+0000,,news@shop.example,ann@example.org,,failed,5.4.4,X-PowerMTA;no-mx,,bad-domain",
                "f,2026-11-23 12:00:01+0000,,news@shop.example,ann@example.org,,failed,5.4.4,smtp;550 no,,",
                "b,2026-11-23 12:00:01+0000",
                "b,,,,,,,,\"smtp;550 no",
                ",",
                "",
            })
    void theRestTellsNothing(String line) {
        assertThat(told(reader, line)).isEmpty();
    }
}
