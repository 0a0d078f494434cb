package offlist.delist;

import offlist.store.OpenStore;
import offlist.testing.Stores;

class PostgresDelistTest extends DelistContract {
    @Override
    OpenStore open() {
        return Stores.postgresql();
    }
}
