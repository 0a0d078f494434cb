package offlist.ticket;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where removal tasks become tickets.
 *
 * @param pages where Offlist's own pages are, for links
 */
public record TicketSettings(List<TicketSystem> systems, Optional<URI> pages) {
    public static final TicketSettings NONE = new TicketSettings(List.of(), Optional.empty());

    public TicketSettings {
        systems = List.copyOf(systems);
    }

    Optional<TicketSystem> system(String name) {
        return systems.stream().filter(system -> system.name().equals(name)).findFirst();
    }
}
