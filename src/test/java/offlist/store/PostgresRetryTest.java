package offlist.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL gives up for somebody else's sake is done again; SQLite has one writer and gives up nothing. */
class PostgresRetryTest {
    /** The common pool has but one on a small machine. */
    private static final Executor OWN_THREAD = work -> new Thread(work).start();

    private final AtomicInteger attempts = new AtomicInteger();
    private OpenStore store;
    private Database database;

    @BeforeEach
    void openStore() {
        store = Stores.postgresql();
        database = store.database();
        database.transact(tx -> List.of("left", "right")
                .forEach(name -> tx.execute("INSERT INTO counter (name, value) VALUES (?, 0)", name)));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void twoThatLockEachOtherOutBothEndWell() {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);

        CompletableFuture<String> one =
                CompletableFuture.supplyAsync(() -> both("left", "right", bothHoldOne), OWN_THREAD);
        CompletableFuture<String> other =
                CompletableFuture.supplyAsync(() -> both("right", "left", bothHoldOne), OWN_THREAD);

        assertThat(one.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo("left");
        assertThat(other.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo("right");
        assertThat(value("left")).isEqualTo(2);
        assertThat(value("right")).isEqualTo(2);
        assertThat(attempts).as("one of them was done twice").hasValue(3);
    }

    /** Counts both up, the second only when somebody else holds it. */
    private String both(String first, String second, CyclicBarrier bothHoldOne) {
        AtomicInteger mine = new AtomicInteger();
        return database.inTransaction(tx -> {
            attempts.incrementAndGet();
            up(tx, first);
            if (mine.incrementAndGet() == 1) {
                meet(bothHoldOne);
            }
            up(tx, second);
            return first;
        });
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the other did not come", e);
        }
    }

    @Test
    void whatIsOvertakenIsDoneAgainOnWhatIsThereThen() {
        long after = database.inTransaction(tx -> {
            tx.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            return outrun(tx, attempts.incrementAndGet() < Database.TRIES);
        });

        assertThat(attempts).hasValue(Database.TRIES);
        assertThat(after).as("each that overtook counts, and this one").isEqualTo(Database.TRIES);
        assertThat(value("left")).isEqualTo(Database.TRIES);
    }

    @Test
    void whoIsOvertakenEachTimeGivesUpAndChangesNothing() {
        assertThatThrownBy(() -> database.inTransaction(tx -> {
                    attempts.incrementAndGet();
                    tx.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
                    up(tx, "right");
                    return outrun(tx, true);
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("others change the same rows of the database all the time");

        assertThat(attempts).hasValue(Database.TRIES);
        assertThat(value("right")).isZero();
        assertThat(value("left")).as("only those that overtook").isEqualTo(Database.TRIES);
    }

    /** Counts up a row that somebody else has changed since it was read. */
    private long outrun(Tx tx, boolean overtaken) {
        tx.first("SELECT value FROM counter WHERE name = 'left'", row -> row.number("value"));
        if (overtaken) {
            database.transact(other -> up(other, "left"));
        }
        up(tx, "left");
        return tx.first("SELECT value FROM counter WHERE name = 'left'", row -> row.number("value"))
                .orElseThrow();
    }

    @Test
    void aStatementThatIsWrongIsNotTriedAgain() {
        assertThatThrownBy(() -> database.transact(tx -> {
                    attempts.incrementAndGet();
                    tx.execute("INSERT INTO counter (name, value) VALUES ('left', 1)");
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the database refused a statement");

        assertThat(attempts).hasValue(1);
    }

    @Test
    void aMistakeOfOursIsNotTriedAgain() {
        assertThatThrownBy(() -> database.transact(tx -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("ours");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(attempts).hasValue(1);
    }

    private static void up(Tx tx, String name) {
        tx.execute("UPDATE counter SET value = value + 1 WHERE name = ?", name);
    }

    private long value(String name) {
        return database.query("SELECT value FROM counter WHERE name = ?", row -> row.number("value"), name)
                .getFirst();
    }
}
