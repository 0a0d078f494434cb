package offlist.ticket;

import offlist.store.OpenStore;
import offlist.testing.Stores;

class PostgresTicketTest extends TicketContract {

    @Override
    OpenStore open() {
        return Stores.postgresql();
    }
}
