package offlist.journal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.pool.Target;
import offlist.store.Row;
import offlist.track.CloseReason;
import offlist.track.EventJson;
import offlist.track.Evidence;
import offlist.track.EvidenceJson;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.Transition;

/** Reads listings and transitions from rows. */
final class ListingRow {
    private ListingRow() {}

    static Listing listing(Row row) {
        return listing(
                row,
                EventJson.codes(row.text("codes")),
                row.text("text"),
                row.optionalTime("closed_at"),
                row.optionalText("closed_because"));
    }

    private static Listing listing(
            Row row, List<ListedCode> codes, String text, Optional<Instant> closedAt, Optional<String> because) {
        return new Listing(
                row.text("id"),
                Target.parse(row.text("address")),
                new ListId(row.text("list")),
                EventJson.poolsOf(row.text("pools")),
                EventJson.word(Severity.values(), Severity::label, row.text("severity")),
                EventJson.word(Scope.values(), Scope::label, row.text("scope")),
                row.text("reason"),
                codes,
                text,
                row.time("opened_at"),
                closedAt,
                because.map(word -> CloseReason.valueOf(word.toUpperCase(Locale.ROOT))),
                row.text("incident"),
                row.flag("flapping"));
    }

    /** The listing inside is as it was after the transition, whatever became of it later. */
    static Transition transition(Row row) {
        String id = row.text("transition_id");
        Instant at = row.time("at");
        List<ListedCode> codes = EventJson.codes(row.text("then_codes"));
        Optional<String> because = row.optionalText("because");
        Optional<Instant> closed = because.map(word -> at);
        Listing listing = listing(row, codes, row.text("then_text"), closed, because);
        Evidence evidence = EvidenceJson.decode(row.text("evidence"));
        return switch (row.text("transition")) {
            case "opened" -> new Transition.Opened(id, at, listing, evidence);
            case "changed" -> new Transition.Changed(id, at, listing, List.of(), evidence);
            default -> new Transition.Closed(id, at, listing, evidence);
        };
    }
}
