package offlist.journal;

import java.util.ArrayList;
import java.util.List;
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
import offlist.track.Trouble;

/** Writes an event and what is owed to its hearers, within one transaction. */
final class EventWriter {
    private final Tx tx;

    EventWriter(Tx tx) {
        this.tx = tx;
    }

    /** In their order; those who come and go one after the other are written together. */
    void write(List<? extends Event> events) {
        List<PoolMembershipChanged> members = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof PoolMembershipChanged change) {
                members.add(change);
                continue;
            }
            new MemberWriter(tx).write(members);
            members.clear();
            write(event);
        }
        new MemberWriter(tx).write(members);
    }

    private void write(Event event) {
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
            case PoolMembershipChanged change -> {
                new MemberWriter(tx).write(List.of(change));
                return;
            }
            case Trouble trouble -> {
                // It stands in the outbox alone: nothing is looked up by it.
            }
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
}
