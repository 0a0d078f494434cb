package offlist.bounce;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import offlist.bounce.Bounce.Complaint;
import offlist.bounce.Bounce.Returned;
import offlist.bounce.message.MessageReader;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;
import offlist.store.Database;
import offlist.track.Ids;

/**
 * Takes what came back, whichever way: reads it, keeps what concerns us, and tells of what is new. Threads may share it.
 *
 * <p>The same bounce again gets the same answer and counts once.
 */
public final class RefusalDesk {
    private final Database database;
    private final Supplier<RefusalReader> reader;
    private final Supplier<BlockSettings> settings;
    private final RefusalHearer hearer;
    private final Ids ids;
    private final InstantSource clock;
    private final MessageReader messages = new MessageReader();

    /**
     * @param reader the one in force: pools and catalogue change
     * @param settings of blocks, likewise
     */
    public RefusalDesk(
            Database database,
            Supplier<RefusalReader> reader,
            Supplier<BlockSettings> settings,
            RefusalHearer hearer,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.reader = reader;
        this.settings = settings;
        this.hearer = hearer;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A message that came back, with its headers.
     *
     * @throws offlist.store.StoreException when nothing could be kept
     */
    public List<Refusal> message(byte[] message) {
        return keep(messages.read(message));
    }

    /**
     * What somebody pasted: a report without its headers, or only a server's words.
     *
     * @throws offlist.store.StoreException when nothing could be kept
     */
    public List<Refusal> text(String text) {
        return keep(messages.text(text));
    }

    /**
     * What a log or a web hook tells.
     *
     * @throws offlist.store.StoreException when nothing could be kept
     */
    public List<Refusal> attempts(List<Attempt> attempts) {
        RefusalReader now = reader.get();
        return keep(attempts.stream().map(now::read).toList());
    }

    /**
     * What a web hook tells of recipients' complaints.
     *
     * @throws offlist.store.StoreException when nothing could be kept
     */
    public void complaints(List<Complaint> complaints) {
        keep(new Bounce(List.of(), complaints, Returned.NOTHING));
    }

    /** What a list said about the address of a refusal that names it. */
    public void answered(String id, ListId list, String verdict) {
        database.transact(tx -> new RefusalBook(tx).answered(id, list, verdict, clock.instant()));
    }

    /**
     * Messages that were taken: what shows that a block is over.
     *
     * @throws offlist.store.StoreException when nothing could be kept
     */
    public void delivered(Collection<Delivery> deliveries) {
        Set<IpAddress> blocked = new Blocks(database).addresses();
        Set<Delivery> telling = deliveries.stream()
                .filter(delivery -> blocked.contains(delivery.address()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!telling.isEmpty()) {
            changed(book -> telling.stream()
                    .mapToInt(delivery -> book.delivered(delivery, clock.instant()))
                    .sum());
        }
    }

    /**
     * A person says that a kept refusal is a block: one bounce is enough for somebody who has read it.
     *
     * @return the open block; nothing when the refusal is not about an address of ours
     */
    public Optional<Block> block(String refusal) {
        Optional<Block> block =
                database.inTransaction(tx -> new BlockBook(tx, settings.get()).byHand(refusal, clock.instant()));
        hearer.blocks();
        return block;
    }

    /** Ends the blocks of which nothing was seen for long enough. */
    public void calm() {
        changed(book -> book.calm(clock.instant()));
    }

    private void changed(ToIntFunction<BlockBook> change) {
        if (database.inTransaction(tx -> change.applyAsInt(new BlockBook(tx, settings.get()))) > 0) {
            hearer.blocks();
        }
    }

    /** Forgets what was seen before then. */
    public void forget(Instant before) {
        database.transact(tx -> {
            tx.execute("DELETE FROM refusal_list WHERE refusal IN (SELECT id FROM refusal WHERE seen_at < ?)", before);
            tx.execute("DELETE FROM refusal WHERE seen_at < ?", before);
            tx.execute("DELETE FROM refusal_block WHERE closed_at < ?", before);
            tx.execute("DELETE FROM complaint WHERE seen_at < ?", before);
        });
    }

    private List<Refusal> keep(Bounce bounce) {
        RefusalReader now = reader.get();
        complained(now.complaints(bounce));
        return keep(now.read(bounce));
    }

    /** Those about somebody else's messages are nobody's business here. */
    private void complained(List<Complained> all) {
        List<Complained> ours =
                all.stream().filter(each -> each.about().ours().orElse(true)).toList();
        if (!ours.isEmpty()) {
            Instant now = clock.instant();
            database.inTransaction(tx -> ours.stream()
                            .filter(each -> Complaints.keep(tx, "complaint-" + ids.next(now), each, now))
                            .toList())
                    .forEach(hearer::complained);
        }
    }

    private List<Refusal> keep(List<Refusal> refusals) {
        List<Refusal> concerning = refusals.stream().filter(Refusal::concernsUs).toList();
        if (!concerning.isEmpty()) {
            kept(concerning).forEach(kept -> hearer.seen(kept.id(), kept.refusal()));
        }
        return refusals;
    }

    private List<Kept> kept(List<Refusal> refusals) {
        Instant now = clock.instant();
        return database.inTransaction(tx -> {
            RefusalBook book = new RefusalBook(tx);
            BlockBook blocks = new BlockBook(tx, settings.get());
            List<Kept> fresh = new ArrayList<>();
            for (Refusal refusal : refusals) {
                String id = "refusal-" + ids.next(now);
                if (book.keep(id, refusal, now)) {
                    blocks.refused(id, refusal, now);
                    fresh.add(new Kept(id, refusal));
                }
            }
            return fresh;
        });
    }

    private record Kept(String id, Refusal refusal) {}
}
