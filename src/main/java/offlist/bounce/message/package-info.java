/**
 * Messages that came back, read: delivery reports (RFC 3464), the free words of mail servers, complaints (RFC 5965).
 *
 * <p>In: a message as bytes, or a text that somebody pasted. Out: a {@link offlist.bounce.Bounce}. Half of the real ones have no
 * usable report part, so the words for people are always read too; where both tell of a recipient, the fuller words
 * count. What is broken is read as far as it can be.
 */
@NullMarked
package offlist.bounce.message;

import org.jspecify.annotations.NullMarked;
