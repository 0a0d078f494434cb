package offlist.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import offlist.catalogue.FileFormat;
import offlist.catalogue.ListFile;
import offlist.catalogue.ListId;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlZoneSizesTest {
    private static final ListId DROP = new ListId("drop");
    private static final ListFile FILE = new ListFile(Path.of("/lists/drop.txt"), Optional.empty());

    private OpenStore store;

    OpenStore open(Path directory) {
        return Stores.sqlite(directory);
    }

    @BeforeEach
    void openStore(@TempDir Path directory) {
        store = open(directory);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private SqlZoneSizes again() {
        return new SqlZoneSizes(store.database());
    }

    @Test
    void theSizeThatWasBelievedLastIsThereAfterARestart() {
        assertEquals(0, again().last(DROP, FILE));
        again().keep(DROP, FILE, 10);
        again().keep(DROP, FILE, 3_000_000);
        again().keep(new ListId("other"), FILE, 7);

        assertEquals(3_000_000, again().last(DROP, FILE));
    }

    @Test
    void anotherFileOrFormatIsAnotherContent() {
        again().keep(DROP, FILE, 10);

        assertEquals(0, again().last(DROP, new ListFile(FILE.path(), Optional.of(FileFormat.IP4SET))));
        ListFile moved = new ListFile(Path.of("/lists/moved.txt"), Optional.of(FileFormat.IP4SET));
        assertEquals(0, again().last(DROP, moved));
        again().keep(DROP, moved, 4);
        assertEquals(4, again().last(DROP, moved));
        assertEquals(0, again().last(DROP, FILE));
    }

    @Test
    void aStoreThatFailsKeepsTheSizeBeforeAndLetsTheFileBeRead() {
        again().keep(DROP, FILE, 10);
        store.database().transact(tx -> tx.execute("ALTER TABLE list_file RENAME TO elsewhere"));
        again().keep(DROP, FILE, 4);
        store.database().transact(tx -> tx.execute("ALTER TABLE elsewhere RENAME TO list_file"));

        assertEquals(10, again().last(DROP, FILE));
    }
}
