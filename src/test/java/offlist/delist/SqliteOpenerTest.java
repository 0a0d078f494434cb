package offlist.delist;

import java.nio.file.Path;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import org.junit.jupiter.api.io.TempDir;

class SqliteOpenerTest extends OpenerContract {
    @TempDir
    Path directory;

    @Override
    OpenStore open() {
        return Stores.sqlite(directory);
    }
}
