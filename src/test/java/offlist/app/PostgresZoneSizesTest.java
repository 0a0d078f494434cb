package offlist.app;

import java.nio.file.Path;
import offlist.store.OpenStore;
import offlist.testing.Stores;

class PostgresZoneSizesTest extends SqlZoneSizesTest {
    @Override
    OpenStore open(Path directory) {
        return Stores.postgresql();
    }
}
