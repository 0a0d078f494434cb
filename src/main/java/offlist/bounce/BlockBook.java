package offlist.bounce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import offlist.bounce.Block.Ending;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;
import offlist.store.Outbox;
import offlist.store.Row;
import offlist.store.Tx;
import offlist.track.EventJson;
import offlist.track.Trouble;

/**
 * What is written about blocks, each change with its event in one transaction.
 *
 * <p>One bounce opens nothing, since anybody can write one: several recipients of one receiver do.
 */
final class BlockBook {
    private final Tx tx;
    private final BlockSettings settings;

    BlockBook(Tx tx, BlockSettings settings) {
        this.tx = tx;
        this.settings = settings;
    }

    /** A refusal that has just been kept. */
    void refused(String id, Refusal refusal, Instant now) {
        refusal.blockedBy().ifPresent(receiver -> refused(id, receiver, refusal, now));
    }

    private void refused(String id, ListId receiver, Refusal refusal, Instant now) {
        String address = refusal.about().address().orElseThrow().text();
        int open = tx.execute("""
                UPDATE refusal_block SET last_at = ?, code = COALESCE(?, code), reply = ?
                WHERE address = ? AND receiver = ? AND closed_at IS NULL""", now, refusal.meaning().receiverCode(), refusal.words(), address, receiver);
        if (open == 0 && recipients(address, receiver, now) >= settings.recipients()) {
            open(
                    new Block(
                            "block-" + id,
                            refusal.about().address().orElseThrow(),
                            receiver,
                            refusal.about().pools(),
                            refusal.meaning().receiverCode(),
                            refusal.words(),
                            now,
                            now,
                            Optional.empty(),
                            Optional.empty()),
                    refusal.meaning().links(),
                    refusal.meaning().contacts());
        }
    }

    /**
     * A person says that a refusal is a block, however few others there were: by its receiver, else by the recipients' domain.
     *
     * @return the open block, or nothing when nobody of ours was refused
     */
    Optional<Block> byHand(String refusal, Instant now) {
        tx.first("SELECT receiver, domain, body FROM refusal WHERE id = ?", row -> byHand(refusal, row, now), refusal)
                .flatMap(block -> block)
                .ifPresent(block -> open(block.block(), block.links(), block.contacts()));
        return tx.first("""
                SELECT b.* FROM refusal r JOIN refusal_block b ON b.address = r.address
                AND b.receiver = COALESCE(r.receiver, r.domain) AND b.closed_at IS NULL WHERE r.id = ?""", Blocks::block, refusal);
    }

    private record Found(Block block, List<String> links, List<String> contacts) {}

    private static Optional<Found> byHand(String refusal, Row row, Instant now) {
        JsonNode body = RefusalJson.decode(row.text("body"));
        Optional<ListId> receiver = row.optionalText("receiver")
                .or(() -> row.optionalText("domain"))
                .flatMap(ListId::parse);
        Optional<IpAddress> address =
                Optional.ofNullable(body.path("address").textValue()).flatMap(IpAddress::tryParse);
        if (receiver.isEmpty() || address.isEmpty() || body.path("pools").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Found(
                new Block(
                        "block-" + refusal + "-" + now.toEpochMilli(),
                        address.get(),
                        receiver.get(),
                        RefusalJson.texts(body, "pools").stream()
                                .map(PoolName::new)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        Optional.ofNullable(body.path("receiverCode").textValue()),
                        Refusal.words(body.path("reply").asText()),
                        now,
                        now,
                        Optional.empty(),
                        Optional.empty()),
                RefusalJson.texts(body, "links"),
                RefusalJson.texts(body, "contacts")));
    }

    /** Different ones that were refused lately, and since the last block was over. */
    private long recipients(String address, ListId receiver, Instant now) {
        Instant from = tx.first(
                        "SELECT max(closed_at) AS at FROM refusal_block WHERE address = ? AND receiver = ?",
                        row -> row.optionalTime("at"),
                        address,
                        receiver)
                .flatMap(at -> at)
                .filter(now.minus(settings.within())::isBefore)
                .orElseGet(() -> now.minus(settings.within()));
        return tx.first("""
                        SELECT count(*) AS n FROM (SELECT DISTINCT recipient FROM refusal
                        WHERE address = ? AND receiver = ? AND seen_at > ? AND recipient IS NOT NULL LIMIT ?) AS refused""", row -> row.number("n"), address, receiver, from, settings.recipients())
                .orElse(0L);
    }

    private void open(Block block, List<String> links, List<String> contacts) {
        int opened = tx.execute(
                """
                INSERT INTO refusal_block (id, address, receiver, pools, code, reply, opened_at, last_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                block.id(),
                block.address().text(),
                block.receiver(),
                EventJson.poolsText(block.pools()),
                block.code(),
                block.reply(),
                block.openedAt(),
                block.lastAt());
        if (opened > 0) {
            tell(BlockNews.opened(block, links, contacts));
        }
    }

    /** Mail was taken again: the blocks that it proves to be over are. */
    int delivered(Delivery delivery, Instant now) {
        List<Block> over = tx.query("""
                SELECT * FROM refusal_block b WHERE address = ? AND closed_at IS NULL AND last_at < ?
                AND EXISTS (SELECT 1 FROM refusal r WHERE r.address = b.address AND r.receiver = b.receiver AND r.domain = ?)""", Blocks::block, delivery.address().text(), delivery.at(), delivery.domain());
        over.forEach(block -> close(block, Ending.DELIVERED, now));
        return over.size();
    }

    /** Ends what has been quiet for long enough. */
    int calm(Instant now) {
        List<Block> over = tx.query(
                "SELECT * FROM refusal_block WHERE closed_at IS NULL AND last_at <= ?",
                Blocks::block,
                now.minus(settings.quiet()));
        over.forEach(block -> close(block, Ending.QUIET, now));
        return over.size();
    }

    private void close(Block block, Ending ending, Instant now) {
        int closed = tx.execute(
                "UPDATE refusal_block SET closed_at = ?, closed_because = ? WHERE id = ? AND closed_at IS NULL",
                now,
                ending.label(),
                block.id());
        if (closed > 0) {
            tell(BlockNews.closed(block, ending, now));
        }
    }

    private void tell(Trouble trouble) {
        Outbox.append(tx, trouble.id(), trouble.type(), trouble.subject(), trouble.at(), EventJson.encode(trouble));
    }
}
