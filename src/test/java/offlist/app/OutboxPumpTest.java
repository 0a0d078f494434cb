package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import offlist.store.Consumer;
import offlist.store.Database;
import offlist.store.OpenStore;
import offlist.store.Outbox;
import offlist.store.OutboxEntry;
import offlist.store.Tx;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxPumpTest {
    @TempDir
    private Path directory;

    private OpenStore store;
    private Database database;
    private final List<String> taken = new ArrayList<>();
    private String poison = "";

    private final Consumer consumer = new Consumer() {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public void take(Tx tx, OutboxEntry entry) {
            if (entry.id().equals(poison)) {
                throw new IllegalStateException("cannot read " + entry.id());
            }
            taken.add(entry.id());
        }
    };

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
        database = store.database();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void happens(String... ids) {
        database.transact(tx -> {
            for (String id : ids) {
                Outbox.append(tx, id, "type", "subject", Instant.EPOCH, "{}");
            }
        });
    }

    @Test
    void entriesComeInOrderAndOnce() {
        happens("a", "b", "a");
        OutboxPump pump = new OutboxPump(database, consumer);

        assertThat(pump.step()).isEqualTo(2);
        assertThat(pump.step()).isZero();
        assertThat(taken).containsExactly("a", "b");
    }

    @Test
    void anotherProcessGoesOnWhereThisOneStood() {
        happens("a");
        new OutboxPump(database, consumer).step();
        happens("b");
        new OutboxPump(database, consumer).step();

        assertThat(taken).containsExactly("a", "b");
    }

    @Test
    void anEntryThatCannotBeTakenDoesNotStopTheOthers() {
        happens("a", "b", "c");
        poison = "b";
        OutboxPump pump = new OutboxPump(database, consumer);
        pump.step();

        assertThat(taken).contains("a", "c").endsWith("c").doesNotContain("b");
        assertThat(pump.step()).isZero();
    }
}
