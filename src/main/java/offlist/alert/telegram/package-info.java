/**
 * Messages for Telegram.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: HTML as the Bot API reads it, sent by a bot to a chat; what goes on in a
 * thread replies to the message that began it. Text from outside is escaped.
 */
@NullMarked
package offlist.alert.telegram;

import org.jspecify.annotations.NullMarked;
