package offlist.journal;

import java.util.List;
import java.util.function.Function;
import offlist.store.Outbox;
import offlist.store.Tx;
import offlist.track.EventJson;
import offlist.track.PoolMembershipChanged;
import org.jspecify.annotations.Nullable;

/** Writes many who join and leave at once, within one transaction; no target is among them twice. */
final class MemberWriter {
    private final Tx tx;

    MemberWriter(Tx tx) {
        this.tx = tx;
    }

    void write(List<PoolMembershipChanged> changes) {
        List<PoolMembershipChanged> here =
                changes.stream().filter(PoolMembershipChanged::joined).toList();
        batch("""
                INSERT INTO member (address, pools, joined_at) VALUES (?, ?, ?)
                ON CONFLICT (address) DO UPDATE SET pools = excluded.pools""", here, change -> row(change.target().text(), pools(change), change.at()));
        batch(
                "UPDATE listing SET pools = ? WHERE address = ? AND closed_at IS NULL",
                here,
                change -> row(pools(change), change.target().text()));
        batch(
                "DELETE FROM member WHERE address = ?",
                changes.stream().filter(change -> !change.joined()).toList(),
                change -> row(change.target().text()));
        Outbox.append(
                tx,
                changes.stream()
                        .map(change -> new Outbox.Owed(
                                change.id(), change.type(), change.subject(), change.at(), EventJson.encode(change)))
                        .toList());
    }

    private void batch(
            String sql,
            List<PoolMembershipChanged> changes,
            Function<PoolMembershipChanged, @Nullable Object[]> parameters) {
        if (!changes.isEmpty()) {
            tx.batch(sql, changes.stream().map(parameters).toList());
        }
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    private static String pools(PoolMembershipChanged change) {
        return EventJson.poolsText(change.pools());
    }
}
