package offlist.delist;

import static offlist.alert.Events.T0;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.delist.RemovalFigures.Spread;
import offlist.pool.PoolName;
import offlist.store.Database;
import offlist.store.OpenStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the figures count, and what they do not, whatever store they are read from. */
abstract class FiguresContract {
    private static final ListId LIST = new ListId("spamcop");

    private OpenStore store;
    private Database database;

    abstract OpenStore open();

    @BeforeEach
    void openStore() {
        store = open();
        database = store.database();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static @Nullable Instant day(@Nullable Double day) {
        return day == null ? null : T0.plusSeconds((long) (day * 86_400));
    }

    /** Days after the start; null is not yet. */
    private void episode(
            String task,
            int n,
            String pools,
            double opened,
            @Nullable Double asked,
            @Nullable Double closed,
            String as) {
        database.transact(tx -> tx.execute(
                """
                INSERT INTO removal_episode (task, n, list, pools, opened_at, requested_at, closed_at, closed_as)
                VALUES (?, ?, 'spamcop', ?, ?, ?, ?, ?)""",
                task,
                n,
                pools,
                day(opened),
                Optional.ofNullable(day(asked)),
                Optional.ofNullable(day(closed)),
                Optional.of(as).filter(word -> !word.isEmpty())));
    }

    private RemovalFigures at(double day) {
        return Figures.read(database, T0.plusSeconds((long) (day * 86_400))).all();
    }

    @Test
    void nothingAskedIsNothing() {
        assertThat(at(1)).isEqualTo(RemovalFigures.NONE);
        episode("t1", 1, "a", 0, null, null, "");
        episode("t2", 1, "a", 0, null, 1.0, "expired");
        episode("t3", 1, "a", 0, null, 1.0, "withdrawn");
        assertThat(at(2)).isEqualTo(RemovalFigures.NONE);
        assertThat(Figures.read(database, T0).lists()).isEmpty();
    }

    @Test
    void whatIsOpenWithdrawnOrLeftIsNoFailure() {
        episode("t1", 1, "a", 0, 1.0, null, "");
        episode("t2", 1, "a", 0, 1.0, 2.0, "withdrawn");
        episode("t3", 1, "a", 0, 1.0, 2.0, "left_pool");
        assertThat(at(3).requested()).isEqualTo(3);
        assertThat(at(3).success()).isEmpty();
        assertThat(at(3).relapse()).isEmpty();
        episode("t4", 1, "a", 0, 1.0, 2.0, "delisted");
        assertThat(at(3).success()).hasValue(1.0);
        episode("t5", 1, "a", 0, 1.0, 2.0, "refused");
        assertThat(at(3).success()).hasValue(0.5);
    }

    @Test
    void timesAreThoseThatSomethingTook() {
        for (int i = 1; i <= 10; i++) {
            episode("t" + i, 1, "a", 0, i / 10.0, i / 10.0 + i, "delisted");
        }
        RemovalFigures figures = at(20);
        assertThat(figures.fromRequest()).contains(new Spread(Duration.ofDays(5), Duration.ofDays(9)));
        assertThat(figures.toRequest()).contains(new Spread(Duration.ofHours(12), Duration.ofMinutes(9 * 144)));
        assertThat(figures.fromListing().orElseThrow().median()).isEqualTo(Duration.ofHours(132));
    }

    @Test
    void listedAgainCountsWithinThirtyDaysToTheSecond() {
        episode("t1", 1, "a", 0, 1.0, 2.0, "delisted");
        episode("t1", 2, "a", 32, null, null, "");
        episode("t2", 1, "a", 0, 1.0, 2.0, "delisted");
        episode("t2", 2, "a", 32.1, null, null, "");
        episode("t3", 1, "a", 0, 1.0, 2.0, "refused");
        episode("t3", 2, "a", 3, null, null, "");
        episode("t4", 1, "a", 0, 1.0, 2.0, "delisted");
        assertThat(at(40).relisted()).isEqualTo(1);
        assertThat(at(40).relapse()).hasValue(1 / 3.0);
    }

    @Test
    void ninetyDaysAreLookedBack() {
        episode("t1", 1, "a", 0, 1.0, 50.0, "delisted");
        assertThat(at(91).requested()).isEqualTo(1);
        assertThat(at(91.01).requested()).isZero();
        assertThat(at(91.01).toRequest()).isEmpty();
        assertThat(at(91.01).delisted()).isEqualTo(1);
        assertThat(at(140).delisted()).isEqualTo(1);
        assertThat(at(140.01)).isEqualTo(RemovalFigures.NONE);
    }

    @Test
    void whatIsInTwoPoolsCountsInBothAndOnceForItsList() {
        episode("t1", 1, "a,b", 0, 1.0, 2.0, "delisted");
        episode("t2", 1, "b", 0, 1.0, 2.0, "refused");
        Figures figures = Figures.read(database, T0.plus(Duration.ofDays(3)));
        assertThat(figures.lists()).containsOnlyKeys(LIST);
        assertThat(figures.all().requested()).isEqualTo(2);
        assertThat(of(figures, "a").success()).hasValue(1.0);
        assertThat(of(figures, "b").success()).hasValue(0.5);
    }

    @Test
    void aDigestLooksBackAsFarAsItWants() {
        episode("t1", 1, "a", 0, 1.0, 2.0, "delisted");
        assertThat(since(2).delisted()).isEqualTo(1);
        assertThat(since(3)).isEqualTo(RemovalFigures.NONE);
    }

    private static RemovalFigures of(Figures figures, String pool) {
        return figures.pools().getOrDefault(new PoolName(pool), RemovalFigures.NONE);
    }

    private RemovalFigures since(int day) {
        return database.inTransaction(tx -> Figures.since(tx, T0.plus(Duration.ofDays(day))));
    }

    @Test
    void aHundredThousandEpisodesAreReadInASecondOrTwo() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            Instant opened = T0.minus(Duration.ofMinutes(10L * i));
            rows.add(new @Nullable Object[] {
                "t" + i / 4, i % 4 + 1, "list-" + i % 40, opened, opened.plusSeconds(i), opened.plusSeconds(2L * i)
            });
        }
        database.transact(tx -> tx.batch("""
                INSERT INTO removal_episode (task, n, list, pools, opened_at, requested_at, closed_at, closed_as)
                VALUES (?, ?, ?, 'a,b', ?, ?, ?, 'delisted')""", rows));
        at(0);
        long start = System.nanoTime();
        RemovalFigures figures = at(0);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(figures.requested()).isPositive();
        assertThat(took).isLessThan(Duration.ofSeconds(3));
    }
}
