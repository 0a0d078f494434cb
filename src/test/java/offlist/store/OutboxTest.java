package offlist.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private Path directory;

    private OpenStore store;
    private Database database;
    private Outbox outbox;

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
        database = store.database();
        outbox = new Outbox(database);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void happens(String id, Instant at) {
        database.transact(tx -> Outbox.append(tx, id, "type", "subject", at, "{}"));
    }

    private void takes(String consumer, long position) {
        database.transact(tx -> Outbox.moveTo(tx, consumer, position));
    }

    @Test
    void onlyWhatEverybodyHasTakenIsForgotten() {
        happens("a", T0);
        happens("b", T0);
        takes("alert", 2);
        takes("events", 1);

        outbox.forget(T0.plusSeconds(1));

        assertThat(outbox.after(0, 10)).extracting(OutboxEntry::id).containsExactly("b");
    }

    @Test
    void whatNobodyHasTakenIsKept() {
        happens("a", T0);

        assertThat(outbox.forget(T0.plusSeconds(1))).isZero();
    }

    @Test
    void whatIsYoungIsKept() {
        happens("a", T0);
        takes("alert", 1);

        assertThat(outbox.forget(T0)).isZero();
    }

    @Test
    void afterForgettingEverythingTheNumbersGoOn() {
        happens("a", T0);
        takes("alert", 1);
        outbox.forget(T0.plusSeconds(1));
        happens("b", T0);

        assertThat(outbox.after(outbox.position("alert"), 10))
                .extracting(OutboxEntry::seq)
                .containsExactly(2L);
    }
}
