package offlist.alert;

import offlist.store.OpenStore;
import offlist.testing.Stores;

class PostgresAlertTest extends AlertContract {
    @Override
    OpenStore open() {
        return Stores.postgresql();
    }
}
