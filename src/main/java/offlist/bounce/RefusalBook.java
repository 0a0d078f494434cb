package offlist.bounce;

import java.time.Instant;
import java.util.Locale;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;
import offlist.store.Outbox;
import offlist.store.Tx;

/** What is written about refusals: each once, with its event where it matters to others, in one transaction. */
final class RefusalBook {
    static final String SEEN = "offlist.refusal.seen";

    private final Tx tx;

    RefusalBook(Tx tx) {
        this.tx = tx;
    }

    /** Keeps a refusal; false when it is known already, unless only now the address is known that it is about. */
    boolean keep(String id, Refusal refusal, Instant now) {
        if (refusal.about().address().isPresent()) {
            tx.execute(
                    "DELETE FROM refusal_list WHERE refusal IN (SELECT id FROM refusal WHERE key = ? AND address IS NULL)",
                    refusal.key());
            tx.execute("DELETE FROM refusal WHERE key = ? AND address IS NULL", refusal.key());
        }

        String body = RefusalJson.encode(refusal)
                .put("id", id)
                .put("seenAt", now.toString())
                .toString();
        if (!row(id, refusal, now, body)) {
            return false;
        }
        if (refusal.meaning().relevant()) {
            lists(id, refusal);
            Outbox.append(tx, id, SEEN, subject(refusal), now, body);
        }
        return true;
    }

    private boolean row(String id, Refusal refusal, Instant now, String body) {
        return tx.execute(
                        """
                        INSERT INTO refusal
                        (id, key, seen_at, address, domain, mta, recipient, receiver, class, operator, relevant, body)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING""",
                        id,
                        refusal.key(),
                        now,
                        refusal.about().address().map(IpAddress::text),
                        refusal.domain(),
                        refusal.attempt().remoteMta(),
                        refusal.attempt().recipient().map(to -> to.toLowerCase(Locale.ROOT)),
                        refusal.blockedBy().map(ListId::value),
                        refusal.meaning().refusalClass().label(),
                        refusal.meaning().operator(),
                        refusal.meaning().relevant(),
                        body)
                > 0;
    }

    private void lists(String id, Refusal refusal) {
        refusal.meaning()
                .known()
                .forEach(list -> tx.execute("INSERT INTO refusal_list (refusal, list) VALUES (?, ?)", id, list));
    }

    /** What a list that a refusal names said about its address when it was asked. */
    void answered(String id, ListId list, String verdict, Instant at) {
        tx.execute(
                "UPDATE refusal_list SET asked_at = ?, verdict = ? WHERE refusal = ? AND list = ?",
                at,
                verdict,
                id,
                list);
    }

    private static String subject(Refusal refusal) {
        String address = refusal.about().address().map(IpAddress::text).orElse("unknown");
        return refusal.meaning().known().stream()
                .sorted()
                .findFirst()
                .map(list -> address + "/" + list)
                .orElse(address);
    }
}
