package offlist.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private final Ids ids = new TimeOrderedIds(new Random(3));
    private final Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void theySortByTimeWithinAMillisecondAndWhenTheClockIsSetBack() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            made.add(ids.next(now));
        }
        made.add(ids.next(now.minusSeconds(3600)));
        made.add(ids.next(now.plusMillis(1)));

        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-z]{26}"));
    }

    @Test
    void anIdHoldsTheTimeAndEightyBitsOfChance() {
        Ids fixed = new TimeOrderedIds(() -> 0xFFFF_FFFF_FFFF_FFFFL);
        assertEquals("00000000z0fzzzzzzzfzzzzzzz", fixed.next(Instant.ofEpochMilli(31 * 32)));
        assertEquals("00000000z0fzzzzzzzg0000000", fixed.next(Instant.ofEpochMilli(31 * 32)));
        assertEquals("00000000z0fzzzzzzzg0000001", fixed.next(Instant.EPOCH));
        assertEquals("00000000z1fzzzzzzzfzzzzzzz", fixed.next(Instant.ofEpochMilli(31 * 32 + 1)));
    }
}
