/**
 * Messages for Discord.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: a line and an embed, posted to a channel's webhook; the message that began
 * a thread is edited to show how it stands. Text from outside is escaped, nobody can be mentioned.
 */
@NullMarked
package offlist.alert.discord;

import org.jspecify.annotations.NullMarked;
