package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import offlist.schedule.Claims.Claim;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlClaimsTest {
    private static final long NOW = 3_000_000;

    private OpenStore store;
    private SqlClaims claims;
    private long nanoTime;

    OpenStore open(Path directory) {
        return Stores.sqlite(directory);
    }

    @BeforeEach
    void openStore(@TempDir Path directory) {
        store = open(directory);
        claims = again();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private SqlClaims again() {
        return new SqlClaims(store.database(), () -> nanoTime);
    }

    private static Claim claim(String quota, long slot, int questions) {
        return new Claim(quota, slot, questions);
    }

    @Test
    void whatIsClaimedIsThereAfterARestart() {
        assertThat(claims.claim(claim("a", NOW, 10))).isTrue();
        claims.claim(claim("a", NOW, 20));
        claims.claim(claim("b", NOW - 3, 5));

        assertThat(again().restore(NOW)).containsExactlyInAnyOrder(claim("a", NOW, 20), claim("b", NOW - 3, 5));
    }

    @Test
    void whatIsOlderThanADayIsForgotten() {
        claims.claim(claim("a", NOW - SqlClaims.SLOTS_A_DAY, 10));
        claims.claim(claim("a", NOW - SqlClaims.SLOTS_A_DAY + 1, 11));

        assertThat(again().restore(NOW)).containsExactly(claim("a", NOW - SqlClaims.SLOTS_A_DAY + 1, 11));
        assertThat(rows()).isEqualTo(2);
        claims.claim(claim("a", NOW + 6 * SqlClaims.SLOTS_A_DAY, 12));
        assertThat(rows()).isEqualTo(2);
    }

    private int rows() {
        return store.database()
                .query("SELECT quota FROM budget", row -> row.text("quota"))
                .size();
    }

    @Test
    void whatAClockThatWasWrongWroteCountsFromNowOnAndOnce() {
        claims.claim(claim("a", NOW, 3));
        claims.claim(claim("a", NOW + 500, 10));
        claims.claim(claim("a", NOW + 2, 20));

        assertThat(again().restore(NOW)).containsExactly(claim("a", NOW, 33));
        assertThat(again().restore(NOW)).containsExactly(claim("a", NOW, 33));
    }

    @Test
    void aStoreThatFailsKeepsNothingAndIsTriedAgainAfterAWhile() {
        store.database().transact(tx -> tx.execute("ALTER TABLE budget RENAME TO elsewhere"));
        assertThat(claims.claim(claim("a", NOW, 10))).isFalse();
        store.database().transact(tx -> tx.execute("ALTER TABLE elsewhere RENAME TO budget"));

        assertThat(claims.claim(claim("a", NOW, 10))).isFalse();
        nanoTime += TimeUnit.SECONDS.toNanos(20);
        assertThat(claims.claim(claim("a", NOW, 10))).isTrue();
    }
}
