package offlist.delist;

import offlist.store.OpenStore;
import offlist.testing.Stores;

class PostgresFiguresTest extends FiguresContract {
    @Override
    OpenStore open() {
        return Stores.postgresql();
    }
}
