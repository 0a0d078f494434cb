package offlist.bounce;

import java.nio.file.Path;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import org.junit.jupiter.api.io.TempDir;

class SqliteBlockTest extends BlockContract {
    @TempDir
    Path directory;

    @Override
    OpenStore open() {
        return Stores.sqlite(directory);
    }
}
