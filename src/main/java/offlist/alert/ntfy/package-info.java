/**
 * Messages for ntfy.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: JSON published to a topic of an ntfy server. All of it is plain text.
 */
@NullMarked
package offlist.alert.ntfy;

import org.jspecify.annotations.NullMarked;
