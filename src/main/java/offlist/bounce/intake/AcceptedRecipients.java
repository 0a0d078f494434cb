package offlist.bounce.intake;

import java.util.Locale;
import java.util.Set;

/**
 * Whom mail is taken for.
 *
 * @param names addresses and domains in lower case; none for everybody
 */
record AcceptedRecipients(Set<String> names) {

    boolean include(String recipient) {
        String lower = recipient.toLowerCase(Locale.ROOT);
        return names.isEmpty() || names.contains(lower) || names.contains(lower.substring(lower.lastIndexOf('@') + 1));
    }
}
