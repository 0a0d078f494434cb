package offlist.bounce;

import offlist.store.OpenStore;
import offlist.testing.Stores;

class PostgresRefusalTest extends RefusalContract {
    @Override
    OpenStore open() {
        return Stores.postgresql();
    }
}
