package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshTest {
    private static final Instant CHANGED = Instant.parse("2026-11-05T09:00:00.900Z");

    @Test
    void aDateHasTwoDigitsForTheDay() {
        assertThat(at("2026-11-06T00:00:00Z").headers())
                .containsEntry("Last-Modified", "Thu, 05 Nov 2026 09:00:00 GMT");
    }

    /** The date has whole seconds and the store may be ahead: a change of this minute could hide behind it. */
    @Test
    void aChangeOfTheLastMinuteIsNotVouchedForByADate() {
        assertThat(at("2026-11-05T09:01:00Z").headers()).doesNotContainKey("Last-Modified");
        assertFalse(at("2026-11-05T09:01:00Z").same(Map.of("If-Modified-Since", "Thu, 05 Nov 2026 09:00:00 GMT")::get));
        assertTrue(at("2026-11-05T09:01:01Z").same(Map.of("If-Modified-Since", "Thu, 05 Nov 2026 09:00:00 GMT")::get));
    }

    @Test
    void whoeverHasATagIsNotAskedForADate() {
        Fresh fresh = at("2026-11-06T00:00:00Z");
        String date = "Fri, 06 Nov 2026 00:00:00 GMT";

        assertTrue(fresh.same(Map.of("If-None-Match", "\"a\",\"tag\"")::get));
        assertTrue(fresh.same(Map.of("If-None-Match", "*")::get));
        assertFalse(fresh.same(Map.of("If-None-Match", "\"a\"", "If-Modified-Since", date)::get));
        assertFalse(fresh.same(Map.<String, String>of()::get));
    }

    private static Fresh at(String now) {
        return new Fresh("\"tag\"", Optional.of(CHANGED), Instant.parse(now));
    }
}
