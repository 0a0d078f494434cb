package offlist.app;

import offlist.catalogue.ListFile;
import offlist.catalogue.ListId;
import offlist.local.ZoneSizes;
import offlist.store.Database;
import offlist.store.StoreException;
import offlist.yaml.Labels;
import org.jboss.logging.Logger;

/** Keeps the sizes of the files of lists in the store. */
final class SqlZoneSizes implements ZoneSizes {
    private static final Logger LOG = Logger.getLogger(SqlZoneSizes.class);

    private final Database database;

    SqlZoneSizes(Database database) {
        this.database = database;
    }

    @Override
    public int last(ListId list, ListFile file) {
        return database
                .query(
                        "SELECT ranges FROM list_file WHERE list = ? AND path = ? AND format = ?",
                        row -> (int) row.number("ranges"),
                        list.value(),
                        file.path().toString(),
                        format(file))
                .stream()
                .findFirst()
                .orElse(0);
    }

    /** A store that fails must not keep a good file from being used: the size before stays until the next change. */
    @Override
    public void keep(ListId list, ListFile file, int size) {
        try {
            database.transact(tx -> tx.execute("""
                    INSERT INTO list_file (list, path, format, ranges) VALUES (?, ?, ?, ?)
                    ON CONFLICT (list) DO UPDATE SET path = excluded.path, format = excluded.format,
                        ranges = excluded.ranges""", list.value(), file.path().toString(), format(file), size));
        } catch (StoreException e) {
            LOG.warnf("how long the file of %s is was not kept for the next start: %s", list, e.getMessage());
        }
    }

    private static String format(ListFile file) {
        return file.format().map(Labels::of).orElse("");
    }
}
