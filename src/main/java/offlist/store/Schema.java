package offlist.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the schema up to this program's version. */
final class Schema {
    private Schema() {}

    static void migrate(DataSource source, String kind) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db")
                    // By default a schema of a newer program would be taken as good.
                    .ignoreMigrationPatterns("")
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new StoreException(
                    "the " + kind
                            + " database was written by a newer or changed Offlist: run that version, or restore the"
                            + " backup made before the upgrade",
                    e);
        } catch (FlywayException e) {
            throw new StoreException(sentence(e, kind), e);
        }
    }

    private static String sentence(Throwable e, String kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return StoreFault.sentence(sql);
            }
        }
        return "the " + kind + " database cannot be brought up to date: "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
