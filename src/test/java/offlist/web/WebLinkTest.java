package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinkTest {
    @Test
    void webAddressesAreLinks() {
        assertThat(WebLink.of("https://check.example.org/query/ip/192.0.2.10")).isPresent();
        assertThat(WebLink.of("HTTP://example.org/")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "//example.org/", "/addresses/x", "https:", "x y", ""
            })
    void nothingElseIs(String text) {
        assertThat(WebLink.of(text)).isEmpty();
    }
}
