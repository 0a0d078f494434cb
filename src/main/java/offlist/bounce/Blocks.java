package offlist.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.bounce.Block.Ending;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;
import offlist.store.Database;
import offlist.store.Row;
import offlist.store.Tx;
import offlist.track.EventJson;
import offlist.track.Trouble;
import org.jspecify.annotations.Nullable;

/** Where pages and API find blocks. Threads may share it. */
public final class Blocks {
    private final Database database;

    /** Of this store. */
    public Blocks(Database database) {
        this.database = database;
    }

    /** Those that match, newest first; a page of {@code limit}, going on after the id {@code cursor}. */
    public List<Block> find(
            Optional<Boolean> open,
            Optional<IpAddress> address,
            Optional<String> domain,
            Optional<String> cursor,
            int limit) {
        StringBuilder where = new StringBuilder(" WHERE TRUE");
        List<@Nullable Object> parameters = new ArrayList<>();
        open.ifPresent(is -> where.append(is ? " AND closed_at IS NULL" : " AND closed_at IS NOT NULL"));
        address.ifPresent(a -> and(where, parameters, "address = ?", a.text()));
        domain.ifPresent(d -> and(where, parameters, """
                EXISTS (SELECT 1 FROM refusal r WHERE r.address = refusal_block.address
                AND r.receiver = refusal_block.receiver AND r.domain = ?)""", d));
        cursor.ifPresent(id -> and(where, parameters, "id < ?", id));
        parameters.add(limit);
        return database.query(
                "SELECT * FROM refusal_block" + where + " ORDER BY id DESC LIMIT ?",
                Blocks::block,
                parameters.toArray());
    }

    /** One of them. */
    public Optional<Block> byId(String id) {
        return database.query("SELECT * FROM refusal_block WHERE id = ?", Blocks::block, id).stream()
                .findFirst();
    }

    /** How many recipients were refused since a block began, shortly before included. */
    public long recipients(Block block) {
        return database.query(
                        """
                        SELECT count(DISTINCT recipient) AS n FROM refusal
                        WHERE address = ? AND receiver = ? AND seen_at >= ?""",
                        row -> row.number("n"),
                        block.address().text(),
                        block.receiver(),
                        block.openedAt().minus(BlockSettings.DEFAULT.within()))
                .getFirst();
    }

    /** The beginning of an open block, as it was told; the block is not closed before the transaction has ended. */
    public static Optional<Trouble> hold(Tx tx, String address, ListId receiver) {
        String open = " WHERE address = ? AND receiver = ? AND closed_at IS NULL";
        tx.execute("UPDATE refusal_block SET reply = reply" + open, address, receiver);
        return tx.first("SELECT * FROM refusal_block" + open, Blocks::block, address, receiver)
                .map(block -> BlockNews.opened(block, List.of(), List.of()));
    }

    /** The addresses that somebody blocks now. */
    Set<IpAddress> addresses() {
        return database
                .query("SELECT DISTINCT address FROM refusal_block WHERE closed_at IS NULL", row -> row.text("address"))
                .stream()
                .map(IpAddress::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Block block(Row row) {
        return new Block(
                row.text("id"),
                IpAddress.parse(row.text("address")),
                new ListId(row.text("receiver")),
                EventJson.poolsOf(row.text("pools")),
                row.optionalText("code"),
                row.text("reply"),
                row.time("opened_at"),
                row.time("last_at"),
                row.optionalTime("closed_at"),
                row.optionalText("closed_because").flatMap(Blocks::ending));
    }

    private static Optional<Ending> ending(String label) {
        return Stream.of(Ending.values())
                .filter(each -> each.label().equals(label))
                .findFirst();
    }

    private static void and(StringBuilder where, List<@Nullable Object> parameters, String condition, Object value) {
        where.append(" AND ").append(condition);
        parameters.add(value);
    }
}
