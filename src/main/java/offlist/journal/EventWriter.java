package offlist.journal;

import offlist.store.Outbox;
import offlist.store.Tx;
import offlist.track.CloseReason;
import offlist.track.Event;
import offlist.track.EventJson;
import offlist.track.EvidenceJson;
import offlist.track.ListHealthChanged;
import offlist.track.Listing;
import offlist.track.PoolMembershipChanged;
import offlist.track.ResolverHealthChanged;
import offlist.track.Transition;

/** Writes an event and what is owed to its hearers, within one transaction. */
final class EventWriter {
    private final Tx tx;

    EventWriter(Tx tx) {
        this.tx = tx;
    }

    void write(Event event) {
        switch (event) {
            case Transition.Opened opened -> open(opened.listing());
            case Transition.Changed changed -> change(changed.listing());
            case Transition.Closed closed -> close(closed.listing());
            case ListHealthChanged change ->
                health(
                        change.list().value(),
                        change.health().state().label(),
                        change.health().cause(),
                        change);
            case ResolverHealthChanged change ->
                health("resolver:" + change.resolver(), change.state(), change.cause(), change);
            case PoolMembershipChanged change -> member(change);
        }
        if (event instanceof Transition transition) {
            record(transition);
        }
        Outbox.append(tx, event.id(), event.type(), event.subject(), event.at(), EventJson.encode(event));
    }

    private void open(Listing listing) {
        tx.execute(
                """
                INSERT INTO listing (id, address, list, pools, severity, scope, reason, codes, text, opened_at,
                    incident, flapping)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""",
                listing.id(),
                listing.target().text(),
                listing.list(),
                EventJson.poolsText(listing.pools()),
                listing.severity().label(),
                listing.scope().label(),
                listing.reason(),
                EventJson.codes(listing.codes()),
                listing.text(),
                listing.openedAt(),
                listing.incident(),
                listing.flapping());
    }

    private void change(Listing listing) {
        tx.execute(
                "UPDATE listing SET severity = ?, reason = ?, codes = ?, text = ? WHERE id = ?",
                listing.severity().label(),
                listing.reason(),
                EventJson.codes(listing.codes()),
                listing.text(),
                listing.id());
    }

    private void close(Listing listing) {
        tx.execute(
                "UPDATE listing SET closed_at = ?, closed_because = ? WHERE id = ? AND closed_at IS NULL",
                listing.closedAt(),
                listing.closedBecause().map(CloseReason::label),
                listing.id());
    }

    private void record(Transition transition) {
        Listing listing = transition.listing();
        tx.execute(
                """
                INSERT INTO transition (id, listing, at, address, list, transition, codes, text, because, evidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""",
                transition.id(),
                listing.id(),
                transition.at(),
                listing.target().text(),
                listing.list(),
                transition.label(),
                EventJson.codes(listing.codes()),
                listing.text(),
                listing.closedBecause().map(CloseReason::label),
                EvidenceJson.encode(transition.evidence()));
    }

    private void health(String subject, String state, String cause, Event event) {
        tx.execute("""
                INSERT INTO health (subject, state, cause, since) VALUES (?, ?, ?, ?)
                ON CONFLICT (subject) DO UPDATE
                SET state = excluded.state, cause = excluded.cause, since = excluded.since""", subject, state, cause, event.at());
    }

    private void member(PoolMembershipChanged change) {
        String address = change.target().text();
        String pools = EventJson.poolsText(change.pools());
        if (!change.joined()) {
            tx.execute("DELETE FROM member WHERE address = ?", address);
            return;
        }
        tx.execute("""
                INSERT INTO member (address, pools, joined_at) VALUES (?, ?, ?)
                ON CONFLICT (address) DO UPDATE SET pools = excluded.pools""", address, pools, change.at());
        tx.execute("UPDATE listing SET pools = ? WHERE address = ? AND closed_at IS NULL", pools, address);
    }
}
