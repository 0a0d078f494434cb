package offlist.delist;

import java.util.Optional;

/** Who asks for removals. */
public record RemovalSettings(Optional<String> organisation, Optional<String> contact) {}
