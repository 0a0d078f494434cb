/**
 * Mail servers of others: where mail for a domain goes, and how a server greets.
 *
 * <p>In: a domain or an address. Out: its mail hosts, or the replies of a server. No message is ever sent.
 */
@NullMarked
package offlist.smtp;

import org.jspecify.annotations.NullMarked;
