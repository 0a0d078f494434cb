package offlist.delist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To see one seed again: {@code -Dofflist.months.seed=N}. */
class RemovalMonthsTest {
    private static final long SEED = Long.getLong("offlist.months.seed", 20261123);

    @TempDir
    Path directory;

    @Test
    void tasksKeepTheirPromisesForMonths() {
        try (OpenStore store = Stores.sqlite(directory)) {
            RemovalMonths months = new RemovalMonths(store.database(), SEED);
            months.live(5, 800);
            assertThat(months.summary()).contains("delisted=", "expired=", "left_pool=", "refused=", "withdrawn=");
        }
    }

    @Test
    void postgresqlKeepsThemToo() {
        try (OpenStore store = Stores.postgresql()) {
            RemovalMonths months = new RemovalMonths(store.database(), SEED + 1);
            months.live(1, 800);
            assertThat(months.summary()).contains("delisted=", "expired=", "left_pool=", "refused=", "withdrawn=");
        }
    }

    @Test
    @Tag("long")
    void tasksKeepTheirPromisesForYears() {
        for (long seed = SEED + 2; seed < SEED + 6; seed++) {
            try (OpenStore store = Stores.sqlite(directory.resolve(String.valueOf(seed)))) {
                new RemovalMonths(store.database(), seed).live(6, 1500);
            }
        }
    }
}
