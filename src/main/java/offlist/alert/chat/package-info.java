/**
 * What chat messages say, before any service's markup.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: an {@link offlist.alert.chat.Outline} of plain lines, what matters most
 * first, cut to the room a service has with an honest count of what is left out. Text in it is free of control
 * characters and not too long, but not escaped.
 */
@NullMarked
package offlist.alert.chat;

import org.jspecify.annotations.NullMarked;
