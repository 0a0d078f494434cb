package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import offlist.journal.Journal;
import offlist.pool.IpAddress;
import offlist.store.StoreException;
import offlist.track.Event;
import offlist.track.PoolMembershipChanged;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");

    private final List<String> committed = new ArrayList<>();
    private final List<String> settled = new ArrayList<>();
    private boolean full;
    private final Ledger ledger = new Ledger(journal(), this::hear);

    /** Only the commit matters here; a call of anything else is a mistake and fails. */
    private Journal journal() {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("commit")) {
                        throw new AssertionError("not expected: " + method);
                    }
                    commit((List<?>) arguments[0]);
                    return null;
                });
    }

    private void hear(Event event) {
        if (event.id().equals("loud")) {
            throw new IllegalStateException("cannot hear " + event.id());
        }
        settled.add(event.id());
    }

    private void commit(List<?> events) {
        if (full) {
            throw new StoreException("the disk is full", new SQLException("full"));
        }
        events.forEach(event -> committed.add(((Event) event).id()));
    }

    private static List<Event> event(String id) {
        return List.of(new PoolMembershipChanged(id, T0, IpAddress.parse("192.0.2.1"), new TreeSet<>(), true));
    }

    @Test
    void nothingIsToldBeforeItStands() {
        full = true;
        ledger.commit(event("a"), T0);

        assertThat(settled).isEmpty();
        assertThat(ledger.idle()).isFalse();
    }

    @Test
    void whatWaitedIsRecordedInOrderAsSoonAsThereIsRoom() {
        full = true;
        ledger.commit(event("a"), T0);
        ledger.commit(event("b"), T0);
        full = false;

        ledger.step(T0.plusMillis(500));
        assertThat(committed).isEmpty();
        ledger.step(T0.plusSeconds(1));

        assertThat(committed).containsExactly("a", "b");
        assertThat(settled).containsExactly("a", "b");
        assertThat(ledger.idle()).isTrue();
    }

    @Test
    void whoCannotHearNeitherBringsABatchBackNorKeepsTheOthersWaiting() {
        ledger.commit(event("loud"), T0);
        ledger.commit(event("a"), T0);

        assertThat(committed).containsExactly("loud", "a");
        assertThat(settled).containsExactly("a");
        assertThat(ledger.idle()).isTrue();
    }

    @Test
    void itTriesLessAndLessOftenButNeverGivesUp() {
        full = true;
        ledger.commit(event("a"), T0);
        Instant now = T0;
        for (int i = 0; i < 20; i++) {
            Instant next = ledger.nextAt().orElseThrow();
            assertThat(next).isBetween(now.plusSeconds(1), now.plusSeconds(30));
            now = next;
            ledger.step(now);
        }
        full = false;
        ledger.step(ledger.nextAt().orElseThrow());

        assertThat(settled).containsExactly("a");
    }
}
