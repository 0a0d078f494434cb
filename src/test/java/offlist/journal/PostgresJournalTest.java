package offlist.journal;

import offlist.store.OpenStore;
import offlist.testing.Stores;

class PostgresJournalTest extends JournalContract {
    @Override
    OpenStore open() {
        return Stores.postgresql();
    }
}
