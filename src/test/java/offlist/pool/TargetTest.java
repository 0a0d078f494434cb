package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "Example.COM., example.com",
        "_spf.example.com, _spf.example.com",
        "bücher.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "10.example.com, 10.example.com",
        "localhost, localhost",
    })
    void aDomainIsItsLowerCaseALabels(String written, String text) {
        assertEquals(text, DomainName.parse(written).text());
        assertEquals(DomainName.parse(written), Target.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-a.example",
                "a-.example",
                "a..example",
                "a b.example",
                "example.com/24",
                "https://example.com",
                "user@example.com",
                "192.0.2.300",
                "1.2.3",
                "12",
                "a\u0000b.example",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example",
            })
    void whatIsNoNameIsRefusedInOneLine(String written) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Target.parse(written))
                .getMessage());
        assertTrue(message.startsWith("not a domain name: ") && message.lines().count() == 1, message);
        assertTrue(DomainName.tryParse(written).isEmpty());
    }

    @Test
    void aNameHasAtMost253Characters() {
        String name = "a.".repeat(126) + "a";
        assertEquals(name, DomainName.parse(name).text());
        assertThrows(IllegalArgumentException.class, () -> DomainName.parse("a." + name));
        assertThrows(IllegalArgumentException.class, () -> DomainName.parse("a".repeat(1_000_000)));
    }

    @Test
    void theSameNameInAnyCaseIsTheSameTarget() {
        assertEquals(new DomainName("example.com"), new DomainName("EXAMPLE.com"));
    }

    @Test
    void anAddressIsNeverANameOfDigits() {
        assertInstanceOf(IpAddress.class, Target.parse("192.0.2.1"));
        assertInstanceOf(IpAddress.class, Target.parse("2001:db8::1"));
        assertInstanceOf(DomainName.class, Target.parse("1.2.3.example"));
    }
}
