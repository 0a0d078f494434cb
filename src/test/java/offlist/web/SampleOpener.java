package offlist.web;

import java.time.InstantSource;
import offlist.catalogue.CatalogueReader;
import offlist.delist.TaskOpener;
import offlist.journal.SqlJournal;
import offlist.store.Database;

/** Opens tasks of the listings that are in a store. */
final class SampleOpener {
    private SampleOpener() {}

    static TaskOpener of(Database database) {
        return new TaskOpener(database, SqlJournal::hold, CatalogueReader::shipped, InstantSource.system(), () -> {});
    }
}
