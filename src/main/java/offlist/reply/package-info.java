/**
 * What one SMTP reply means: whose block it is, because of which list, about which of our addresses, and what to do.
 *
 * <p>In: the words of a server as a report or a log gave them. Out: a {@link offlist.reply.Meaning}. The knowledge is data, one
 * file for each operator under {@code replies/}; here is only how a text is held against it. Nothing here knows a
 * pool: which of the addresses that a text names is ours is decided by {@code bounce}.
 */
@NullMarked
package offlist.reply;

import org.jspecify.annotations.NullMarked;
