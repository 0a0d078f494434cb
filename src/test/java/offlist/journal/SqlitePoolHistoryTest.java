package offlist.journal;

import java.nio.file.Path;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import org.junit.jupiter.api.io.TempDir;

class SqlitePoolHistoryTest extends PoolHistoryContract {
    @TempDir
    private Path directory;

    @Override
    OpenStore open() {
        return Stores.sqlite(directory);
    }
}
