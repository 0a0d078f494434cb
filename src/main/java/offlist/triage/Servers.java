package offlist.triage;

import java.util.List;
import offlist.smtp.MailHosts;

/**
 * The recipient's mail servers.
 *
 * @param looks none where nobody was called
 * @param called whether somebody was
 */
public record Servers(MailHosts hosts, boolean called, List<ServerLook> looks) {
    /** Copies the list. */
    public Servers {
        looks = List.copyOf(looks);
    }
}
