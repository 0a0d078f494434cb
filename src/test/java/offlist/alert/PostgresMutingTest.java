package offlist.alert;

import offlist.store.OpenStore;
import offlist.testing.Stores;

class PostgresMutingTest extends MutingContract {
    @Override
    OpenStore open() {
        return Stores.postgresql();
    }
}
