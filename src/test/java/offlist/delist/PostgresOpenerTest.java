package offlist.delist;

import offlist.store.OpenStore;
import offlist.testing.Stores;

class PostgresOpenerTest extends OpenerContract {
    @Override
    OpenStore open() {
        return Stores.postgresql();
    }
}
