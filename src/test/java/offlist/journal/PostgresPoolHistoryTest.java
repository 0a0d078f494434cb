package offlist.journal;

import offlist.store.OpenStore;
import offlist.testing.Stores;

class PostgresPoolHistoryTest extends PoolHistoryContract {
    @Override
    OpenStore open() {
        return Stores.postgresql();
    }
}
