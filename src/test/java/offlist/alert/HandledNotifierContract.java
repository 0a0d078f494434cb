package offlist.alert;

import java.nio.file.Path;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract for notifiers that speak HTTP and remember the first message of a thread. */
public abstract class HandledNotifierContract extends HttpNotifierContract {
    @TempDir
    private Path directory;

    private OpenStore store;
    protected Handles handles;

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
        handles = new StoredHandles(store.database());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }
}
