package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import offlist.journal.SqlJournal;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Long random histories, compared step by step with a model that knows only the rules. A failing one is printed with its
 * seed; {@code StoryHistory.of(seed).report()} lives through it again.
 */
class StoryHistoriesTest {
    /** Held, or the level is forgotten. */
    private static final Logger OUTAGES = Logger.getLogger(Ledger.class.getName());

    @BeforeAll
    static void thousandsOfOutagesAreNotWorthALineEach() {
        OUTAGES.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        OUTAGES.setLevel(null);
    }

    @Test
    void theJournalIsWhatTheModelSaysInAThousandHistories() {
        LongStream.range(0, 1_000).forEach(StoryHistoriesTest::live);
    }

    @Test
    @Tag("long")
    void theJournalIsWhatTheModelSaysInTenThousandHistories() {
        LongStream.range(1_000, 11_000).forEach(StoryHistoriesTest::live);
    }

    private static void live(long seed) {
        StoryHistory history = StoryHistory.of(seed);
        if (history.fault(history.steps(), Optional.empty()) != null) {
            fail(history.report());
        }
    }

    @Test
    void theRealStoreKeepsTheSame(@TempDir Path directory) {
        for (long seed = 0; seed < 10; seed++) {
            StoryHistory history = StoryHistory.of(seed);
            try (OpenStore store = Stores.sqlite(directory.resolve("seed-" + seed))) {
                Optional<SqlJournal> real = Optional.of(new SqlJournal(store.database()));
                assertThat(history.fault(history.steps(), real))
                        .as("seed " + seed)
                        .isNull();
            }
        }
    }
}
