package offlist.app;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import offlist.schedule.Claims;
import offlist.store.Database;
import offlist.store.StoreException;
import offlist.store.Tx;
import org.jboss.logging.Logger;

/**
 * Keeps in the store how much of each quota may have been asked. A store that fails is tried again after a while and told
 * once; meanwhile no list with a limit is asked beyond what is claimed.
 *
 * <p>One thread.
 */
final class SqlClaims implements Claims {
    private static final Logger LOG = Logger.getLogger(SqlClaims.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(20);
    /** A store that hangs holds up whoever asks it, so it is asked less and less. */
    private static final long LONGEST_PAUSE = TimeUnit.MINUTES.toNanos(5);
    /** A clock that was put forward by mistake for a while makes nothing forgotten that counts when it is right again. */
    private static final int KEPT = 7 * SLOTS_A_DAY;

    private static final String PUT = """
            INSERT INTO budget (quota, slot, questions) VALUES (?, ?, ?)
            ON CONFLICT (quota, slot) DO UPDATE SET questions = excluded.questions""";

    private final Database database;
    private final LongSupplier nanoTime;
    private long cleaned = Long.MIN_VALUE;
    private boolean failing;
    private long pause = PAUSE;
    private long failed;

    /** @param nanoTime of a clock that nobody sets */
    SqlClaims(Database database, LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
    }

    @Override
    public boolean claim(Claim claim) {
        if (failing && nanoTime.getAsLong() - failed < pause) {
            return false;
        }
        try {
            database.transact(tx -> put(tx, claim));
            cleaned = claim.slot();
            well();
            return true;
        } catch (StoreException e) {
            ill(e);
            return false;
        }
    }

    private void put(Tx tx, Claim claim) {
        if (claim.slot() > cleaned) {
            tx.execute("DELETE FROM budget WHERE slot <= ?", claim.slot() - KEPT);
        }
        tx.execute(PUT, claim.quota(), claim.slot(), claim.questions());
    }

    private void well() {
        if (failing) {
            LOG.info("the store takes claims again; lists with a limit of a day are asked again");
        }
        failing = false;
        pause = PAUSE;
    }

    private void ill(StoreException e) {
        if (!failing) {
            LOG.errorf("lists with a limit of a day are asked no more than is claimed: %s", e.getMessage());
        }
        pause = failing ? Math.min(2 * pause, LONGEST_PAUSE) : PAUSE;
        failing = true;
        failed = nanoTime.getAsLong();
    }

    @Override
    public List<Claim> restore(long slot) {
        database.transact(tx -> moveBack(tx, slot));
        return database.query(
                "SELECT quota, slot, questions FROM budget WHERE slot > ? ORDER BY quota, slot",
                row -> new Claim(row.text("quota"), row.number("slot"), (int) row.number("questions")),
                slot - SLOTS_A_DAY);
    }

    private static void moveBack(Tx tx, long slot) {
        List<Claim> later = tx.query(
                "SELECT quota, SUM(questions) AS questions FROM budget WHERE slot >= ? GROUP BY quota"
                        + " HAVING MAX(slot) > ?",
                row -> new Claim(row.text("quota"), slot, (int) Math.min(row.number("questions"), Integer.MAX_VALUE)),
                slot,
                slot);
        tx.execute("DELETE FROM budget WHERE slot > ?", slot);
        later.forEach(claim -> tx.execute(PUT, claim.quota(), claim.slot(), claim.questions()));
    }
}
