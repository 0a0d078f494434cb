package offlist.delist;

import offlist.store.OpenStore;
import offlist.testing.Stores;

class PostgresWorkListTest extends WorkListContract {
    @Override
    OpenStore open() {
        return Stores.postgresql();
    }
}
