package offlist.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SameOriginTest {
    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<String> HOST = Optional.of("127.0.0.1:8080");

    @Test
    void aProgramSaysNothingAndIsTaken() {
        assertTrue(SameOrigin.allowed(NONE, NONE, HOST));
    }

    @Test
    void whatTheBrowserSaysOfTheSiteIsTheLastWord() {
        assertTrue(SameOrigin.allowed(Optional.of("same-origin"), Optional.of("null"), HOST));
        for (String site : new String[] {"cross-site", "same-site", "none", ""}) {
            assertFalse(SameOrigin.allowed(Optional.of(site), Optional.of("http://127.0.0.1:8080"), HOST), site);
        }
    }

    @Test
    void anOlderBrowserNamesTheOrigin() {
        assertTrue(SameOrigin.allowed(NONE, Optional.of("http://127.0.0.1:8080"), HOST));
        for (String origin : new String[] {
            "null", "http://evil.example", "http://127.0.0.1:9000", "http://127.0.0.1:8080.evil.example", "", "%"
        }) {
            assertFalse(SameOrigin.allowed(NONE, Optional.of(origin), HOST), origin);
        }
        assertFalse(SameOrigin.allowed(NONE, Optional.of("null"), NONE));
    }
}
