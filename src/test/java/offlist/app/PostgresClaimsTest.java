package offlist.app;

import java.nio.file.Path;
import offlist.store.OpenStore;
import offlist.testing.Stores;

class PostgresClaimsTest extends SqlClaimsTest {
    @Override
    OpenStore open(Path directory) {
        return Stores.postgresql();
    }
}
