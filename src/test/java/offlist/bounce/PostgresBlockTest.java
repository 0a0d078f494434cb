package offlist.bounce;

import offlist.store.OpenStore;
import offlist.testing.Stores;

class PostgresBlockTest extends BlockContract {
    @Override
    OpenStore open() {
        return Stores.postgresql();
    }
}
