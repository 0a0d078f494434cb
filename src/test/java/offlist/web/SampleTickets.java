package offlist.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.store.Database;
import offlist.ticket.Presets;
import offlist.ticket.TicketDoor;
import offlist.ticket.TicketNews;
import offlist.ticket.TicketSettings;
import offlist.ticket.TicketSystem;
import offlist.yaml.Secret;

/** A ticket system that has no tickets yet. */
final class SampleTickets {
    static final String SECRET = "a secret of some length";

    private SampleTickets() {}

    static TicketDoor of(Database database) {
        TicketSystem system = new TicketSystem(
                "rt",
                "rt",
                Presets.of("rt"),
                "http://127.0.0.1:1",
                Optional.empty(),
                Optional.empty(),
                Map.of("closed-state", "resolved", "open-state", "open"),
                Optional.of(Secret.of(SECRET)),
                TicketSystem.DEFAULT_PER_MINUTE);
        TicketSettings settings = new TicketSettings(List.of(system), Optional.empty());
        return new TicketDoor(database, () -> settings, TicketNews.audited(), InstantSource.system());
    }
}
