package offlist.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who stands behind a host or a domain.
 *
 * @param key the operator's word in the API
 * @param mx ends of the names of its servers
 * @param domains the domains of its recipients
 */
record Receiver(String key, String name, List<String> mx, List<String> domains) {
    Receiver {
        mx = List.copyOf(mx);
        domains = List.copyOf(domains);
    }

    /** Whether this reply was given by it, as far as host and recipient tell. */
    boolean gave(Reply reply) {
        return within(reply.remoteMta(), mx) || within(reply.recipientDomain(), domains);
    }

    private static boolean within(Optional<String> name, List<String> ends) {
        if (name.isEmpty()) {
            return false;
        }
        String lower = name.get().toLowerCase(Locale.ROOT);
        return ends.stream().anyMatch(end -> lower.equals(end) || lower.endsWith("." + end));
    }
}
