package offlist.bounce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MxGroupTest {
    @ParameterizedTest
    @CsvSource({
        "example-org.mail.protection.outlook.com, outlook.com",
        "MX1.Example.ORG., example.org",
        "example.org, example.org",
        "mx.uni.ac.uk, uni.ac.uk",
        "mx.example.co.jp, example.co.jp",
        "mx.example.de, example.de",
        "mx.ab.example.de, example.de",
        "localhost, localhost",
        "192.0.2.1, 192.0.2.1",
        "2001:db8::1, 2001:db8::1",
        "'', ''",
    })
    void hostsOfOneOperatorShareTheEndOfTheirNames(String host, String group) {
        assertEquals(group, MxGroup.of(host));
    }
}
