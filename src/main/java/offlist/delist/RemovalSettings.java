package offlist.delist;

import java.util.Optional;
import offlist.ready.ReadinessSettings;

/** Who asks for removals, and what is looked at before. */
public record RemovalSettings(
        Optional<String> organisation, Optional<String> contact, ReadinessSettings readiness, RequestMail mail) {

    /** Looks at what DNS shows, and sends nothing. */
    public RemovalSettings(Optional<String> organisation, Optional<String> contact) {
        this(organisation, contact, ReadinessSettings.DEFAULT, RequestMail.DRY);
    }
}
